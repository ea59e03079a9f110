/** What this browser remembers of the reader's choices. Where storage is refused, nothing is remembered. */

export function recall(name: string): string | null {
  try {
    return window.localStorage.getItem(`adit.${name}`);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string): void {
  try {
    window.localStorage.setItem(`adit.${name}`, value);
  } catch {
    // Private windows may refuse storage; the choice then lasts as long as the page.
  }
}
