/** How the sources of a figure are named under it: as the house's own table of sources has them, never by heart. */

type Named = { id: string; publisher: string; title: string; edition?: string | null | undefined };

/** The sources whose ids begin with one of some names, in the order of those names; what the house lacks is not named. */
export function cited(sources: readonly Named[], beginnings: readonly string[]): string[] {
  return beginnings.flatMap((beginning) => sources.filter((source) => source.id.startsWith(beginning)).map((source) => {
    const edition = source.edition ? `, ${source.edition}` : '';
    return `${source.publisher}: ${source.title}${edition}`;
  }));
}
