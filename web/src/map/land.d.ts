/** Made at build time by `land.ts` beside `vite.config.ts`. */
declare module 'virtual:land' {
  export const land: {
    /** Paths in the plane of the map by ISO country code. */
    countries: Record<string, string>;
    /** Left, top, right and bottom of those paths. */
    bounds: Record<string, import('./projection.ts').Bounds>;
    /** All other land in the window. */
    others: string;
    /** Paths around their own centres by NUTS 2 code. */
    outermost: Record<string, string>;
  };
}
