/** Which derivation is open. It lives in the address (`?why=ID`), so that a reason can be sent to a colleague. */
import { tick } from 'svelte';
import { router } from '../frame/router.svelte.ts';

class Drawer {
  /** The number that is being explained, or nothing. */
  id = $derived(router.query.get('why'));

  /** Where the focus came from, to give it back. */
  #opener: HTMLElement | SVGElement | null = null;

  open(id: string, opener: HTMLElement | SVGElement): void {
    if (this.id === id) {
      this.close();
      return;
    }
    const alreadyOpen = this.id !== null;
    this.#opener = opener;
    router.set({ why: id }, { push: !alreadyOpen });
  }

  close(): void {
    router.set({ why: null });
    const back = this.#opener?.isConnected ? this.#opener : document.querySelector('h1');
    this.#opener = null;
    // The page may have stepped back for the drawer; it can be focused again only once it is redrawn.
    void tick().then(() => {
      back?.focus();
    });
  }
}

export const drawer = new Drawer();
