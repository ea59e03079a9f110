/** How wide a text is in the page's own font, in pixels. */
const context = document.createElement('canvas').getContext('2d');
const known = new Map<string, number>();

/** The width of a label in pixels at 13 px, the size of all texts in figures. */
export function textWidth(text: string): number {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (context === null) return text.length * 7.5;
  context.font = `13px ${getComputedStyle(document.body).fontFamily}`;
  const width = context.measureText(text).width;
  known.set(text, width);
  return width;
}
