/** A value that follows another once that has come to rest: what need not move while a hand is on a slider. */
const REST_MS = 180;

export class Settled<T> {
  value = $state.raw<T | null>(null);

  readonly #rest: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(rest: number = REST_MS) {
    this.#rest = rest;
  }

  /** Takes a first value at once, and every later one after a rest. Returns how to stop. */
  follow(next: T | null): () => void {
    clearTimeout(this.#timer);
    if (next === null) return () => undefined;
    this.#timer = setTimeout(() => (this.value = next), this.value === null ? 0 : this.#rest);
    return () => clearTimeout(this.#timer);
  }
}
