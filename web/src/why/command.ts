/** The command that prints the derivation of a number, quoted for a shell where its id needs it. */
export function command(id: string): string {
  const plain = /^[\w./:+=-]+$/.test(id);
  return `adit why ${plain ? id : `'${id.replaceAll("'", `'\\''`)}'`}`;
}
