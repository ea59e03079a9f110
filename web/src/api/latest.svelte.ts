/**
 * The answer to the latest question, while questions come faster than answers: a hand on a slider.
 *
 * At most one request is asked per animation frame and one is under way at a time. A newer question waits for the one
 * under way, because aborting at every frame would starve the figure as long as the hand moves; only when an answer
 * takes longer than `PATIENCE` is it given up. Answers are therefore shown in the order in which they were asked.
 */
import { words } from './client.ts';

const PATIENCE_MS = 150;

type Ask<T> = (signal: AbortSignal) => Promise<T>;

export class Latest<T> {
  /** The newest answer; the one before stays until it comes, so that nothing flickers. */
  answer = $state.raw<T | null>(null);
  /** Why there is no answer, in words. */
  trouble = $state<string | null>(null);
  /** Whether a newer answer is on its way. */
  waiting = $state(false);

  #key: string | null = null;
  #next: Ask<T> | null = null;
  #under: { control: AbortController; since: number } | null = null;
  #frame = 0;

  /** Asks unless the same key was asked last. */
  ask(key: string, question: Ask<T>): void {
    if (key === this.#key) return;
    this.#key = key;
    this.#next = question;
    this.waiting = true;
    this.#schedule();
  }

  /** Forgets question and answer: the page is about something else now. */
  clear(): void {
    this.#under?.control.abort();
    this.#under = null;
    this.#next = null;
    this.#key = null;
    this.answer = null;
    this.trouble = null;
    this.waiting = false;
  }

  #schedule(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#turn());
  }

  #turn(): void {
    this.#frame = 0;
    if (this.#next === null) return;
    if (this.#under !== null) {
      if (performance.now() - this.#under.since < PATIENCE_MS) {
        this.#schedule();
        return;
      }
      this.#under.control.abort();
    }
    const question = this.#next;
    this.#next = null;
    const turn = { control: new AbortController(), since: performance.now() };
    this.#under = turn;
    question(turn.control.signal).then(
      (answer) => this.#settle(turn, () => { this.answer = answer; this.trouble = null; }),
      (thrown: unknown) => this.#settle(turn, () => { this.trouble = words(thrown); }),
    );
  }

  #settle(turn: { control: AbortController }, show: () => void): void {
    if (this.#under !== turn) return;
    this.#under = null;
    show();
    if (this.#next === null) this.waiting = false;
  }
}
