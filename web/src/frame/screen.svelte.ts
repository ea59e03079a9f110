/** What the reader's screen has room for and what they asked for. */
import { MediaQuery } from 'svelte/reactivity';

/** Room for the why drawer beside the page. */
export const wide = new MediaQuery('min-width: 64rem');

/** The reader asked for less motion. */
export const still = new MediaQuery('prefers-reduced-motion: reduce');
