/** What every page needs and nothing changes while the server runs: asked once, kept for the visit. */
import { api, document, words } from './client.ts';
import type { Material, Meta, Place, Source } from './documents.ts';

class House {
  meta = $state.raw<Meta | null>(null);
  materials = $state.raw<Material[]>([]);
  places = $state.raw<Place[]>([]);
  sources = $state.raw<Source[]>([]);
  trouble = $state<string | null>(null);

  names = $derived(new Map(this.materials.map((material) => [material.id, material.name])));

  async load(): Promise<void> {
    try {
      const [meta, materials, places, sources] = await Promise.all([
        document(api.GET('/api/v1/meta')),
        document(api.GET('/api/v1/materials')),
        document(api.GET('/api/v1/places')),
        document(api.GET('/api/v1/sources')),
      ]);
      this.meta = meta;
      this.materials = materials.materials;
      this.places = places.places;
      this.sources = sources.sources;
    } catch (thrown) {
      this.trouble = words(thrown);
    }
  }

  #countries = $derived(new Map(this.places.map((place) => [place.id, place.name])));

  /** The name of a country, or its code while the names are on their way. */
  place(id: string): string {
    return this.#countries.get(id) ?? id;
  }

  /** The name of a material, or its id while the names are on their way. */
  name(id: string): string {
    return this.names.get(id) ?? id;
  }
}

export const house = new House();
