/** What the reader's screen has room for and what they asked for. */
import { MediaQuery } from 'svelte/reactivity';

/** Room for the why drawer beside the page. */
export const wide = new MediaQuery('min-width: 64rem');

/** A phone: tables fold what they can. */
export const narrow = new MediaQuery('max-width: 40rem');

/** The reader asked for less motion. */
export const still = new MediaQuery('prefers-reduced-motion: reduce');
