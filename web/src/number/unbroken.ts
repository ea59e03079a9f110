/** A sentence whose numbers do not break at the end of a line: thin spaces that hold, as narrow as before. */
export function unbroken(text: string): string {
  return text.replaceAll('\u2009', '\u202f');
}
