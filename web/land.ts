/**
 * Vite plugin: Natural Earth's land as SVG paths in the plane of the map, made at build time from the package
 * `world-atlas` (countries at 1:50 million; Natural Earth is public domain).
 *
 * `virtual:land` exports `land`: one path for each country that has NUTS regions with the rectangle around it, one path
 * for all other land in the window, and one for each outermost region of the Union in a plane of its own. Coordinates
 * are whole kilometres for the map and tenths for the small maps.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoAzimuthalEqualArea, geoPath, type GeoProjection } from 'd3-geo';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Plugin } from 'vite';
import { CENTRE, EARTH_KM, OUTERMOST, WINDOW, type Bounds } from './src/map/projection.ts';

/** Natural Earth's countries that have NUTS regions, by ISO 3166 numeric code. */
const NUTS_COUNTRIES: Record<string, string> = {
  '040': 'AT', '056': 'BE', '100': 'BG', '191': 'HR', '196': 'CY', '203': 'CZ', '208': 'DK', '233': 'EE', '246': 'FI', '248': 'FI', '250': 'FR',
  '276': 'DE', '300': 'GR', '348': 'HU', '372': 'IE', '380': 'IT', '428': 'LV', '440': 'LT', '442': 'LU', '470': 'MT', '528': 'NL', '616': 'PL',
  '620': 'PT', '642': 'RO', '703': 'SK', '705': 'SI', '724': 'ES', '752': 'SE',
  '008': 'AL', '070': 'BA', '352': 'IS', '438': 'LI', '499': 'ME', '578': 'NO', '688': 'RS', '756': 'CH', '792': 'TR', '807': 'MK', '826': 'GB',
};

/** Natural Earth draws these without a code of their own. The NUTS regions of Cyprus are those of the whole island. */
const BY_NAME: Record<string, string> = { Kosovo: 'XK', 'N. Cyprus': 'CY' };

type Country = Feature<Polygon | MultiPolygon, { name: string }>;
type Land = { countries: Record<string, string>; bounds: Record<string, Bounds>; others: string; outermost: Record<string, string> };

export function land(): Plugin {
  const name = 'virtual:land';
  return {
    name: 'adit-land',
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load: (id) => (id === `\0${name}` ? `export const land = JSON.parse(${JSON.stringify(JSON.stringify(drawn()))});` : null),
  };
}

/** The projection of the map, or of a small map centred elsewhere. */
function plane(lon: number, lat: number): GeoProjection {
  return geoAzimuthalEqualArea().rotate([-lon, -lat]).translate([0, 0]).scale(EARTH_KM).precision(0);
}

function drawn(): Land {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
  const atlas = JSON.parse(readFileSync(file, 'utf8')) as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  const all = feature(atlas, atlas.objects.countries).features as Country[];
  const far = 120;
  const { left, top, width, height } = WINDOW;
  const main = geoPath(plane(...CENTRE).clipExtent([[left - far, top - far], [left + width + far, top + height + far]])).digits(0);
  const found: Land = { countries: {}, bounds: {}, others: '', outermost: {} };
  for (const country of all) {
    const code = NUTS_COUNTRIES[String(country.id)] ?? BY_NAME[country.properties.name];
    const path = compact(main(country) ?? '');
    if (code === undefined) found.others += path;
    else {
      found.countries[code] = (found.countries[code] ?? '') + path;
      const [[l, t], [r, b]] = main.bounds(country);
      const [pl, pt, pr, pb] = found.bounds[code] ?? [l, t, r, b];
      found.bounds[code] = [Math.min(l, pl), Math.min(t, pt), Math.max(r, pr), Math.max(b, pb)].map(Math.round) as unknown as Bounds;
    }
  }
  for (const { code, lon, lat, reach } of OUTERMOST) {
    const near = geoPath(plane(lon, lat).clipAngle(10).clipExtent([[-reach, -reach], [reach, reach]])).digits(1);
    const mother = all.filter((country) => NUTS_COUNTRIES[String(country.id)] === code.slice(0, 2));
    found.outermost[code] = mother.map((country) => compact(near(country) ?? '')).join('');
  }
  return found;
}

/** The same path by relative lines, without points that fall together: a third shorter. Only `M`, `L` and `Z` come in. */
function compact(path: string): string {
  return path
    .split('Z')
    .filter((ring) => ring !== '')
    .map((ring) => {
      const points = ring.slice(1).split('L').map((pair) => pair.split(',').map(Number) as [number, number]);
      const kept = points.filter(([x, y], i) => i === 0 || x !== points[i - 1]![0] || y !== points[i - 1]![1]);
      if (kept.length < 3) return '';
      const steps = kept.slice(1).map(([x, y], i) => [short(x - kept[i]![0]), short(y - kept[i]![1])] as const);
      const line = steps.map(([dx, dy], i) => (i > 0 && !dx.startsWith('-') ? ' ' : '') + dx + (dy.startsWith('-') ? '' : ' ') + dy).join('');
      return `M${short(kept[0]![0])} ${short(kept[0]![1])}l${line}z`;
    })
    .join('');
}

function short(number: number): string {
  return String(Math.round(number * 10) / 10);
}
