/** A document that does not change while the server runs: asked when first needed, kept for the visit. */
import { words } from './client.ts';

export class Once<T> {
  answer = $state.raw<T | null>(null);
  /** Why there is no answer, in words. */
  trouble = $state<string | null>(null);

  readonly #ask: (signal: AbortSignal) => Promise<T>;
  #asked: Promise<void> | null = null;

  constructor(ask: (signal: AbortSignal) => Promise<T>) {
    this.#ask = ask;
  }

  /** Asks once; after a failure the next call asks again. */
  load(): Promise<void> {
    this.#asked ??= this.#ask(new AbortController().signal).then(
      (answer) => {
        this.answer = answer;
        this.trouble = null;
      },
      (thrown: unknown) => {
        this.#asked = null;
        this.trouble = words(thrown);
      },
    );
    return this.#asked;
  }
}
