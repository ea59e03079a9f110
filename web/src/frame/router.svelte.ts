/**
 * Where the reader is. The address is the only state that pages share: a view sent to a colleague opens as it was.
 *
 * `query` follows a slider at once; the browser's history follows it a moment later, since browsers refuse more than
 * about a hundred history entries in half a minute.
 */
import { address, changed, page, type Changes } from './address.ts';

const HISTORY_LAG_MS = 150;

class Router {
  path = $state(window.location.pathname);
  query = $state.raw(new URLSearchParams(window.location.search));
  page = $derived(page(this.path));
  /** Grows whenever the reader went to another page, so that focus can follow. */
  arrivals = $state(0);

  #lag: ReturnType<typeof setTimeout> | undefined;

  /** Listens to links and to the browser's own buttons. Returns how to stop. */
  start(): () => void {
    const followLink = (event: MouseEvent) => this.#followLink(event);
    const comeBack = () => this.#comeBack();
    document.addEventListener('click', followLink);
    window.addEventListener('popstate', comeBack);
    return () => {
      document.removeEventListener('click', followLink);
      window.removeEventListener('popstate', comeBack);
    };
  }

  /** Goes to another page, as a link does. */
  go(href: string): void {
    this.#flush();
    const to = new URL(href, window.location.href);
    const otherPage = to.pathname !== this.path;
    window.history.pushState(null, '', to);
    this.path = to.pathname;
    this.query = new URLSearchParams(to.search);
    if (otherPage) {
      window.scrollTo(0, 0);
      this.arrivals += 1;
    }
  }

  /** Changes the query of this page; `push` makes a step that the back button undoes. */
  set(changes: Changes, { push = false } = {}): void {
    const next = changed(this.query, changes);
    if (next.toString() === this.query.toString()) return;
    if (push) this.#flush();
    this.query = next;
    if (push) {
      window.history.pushState(null, '', address(this.path, next));
    } else {
      clearTimeout(this.#lag);
      this.#lag = setTimeout(() => this.#flush(), HISTORY_LAG_MS);
    }
  }

  /** This page's address after some changes, for links. */
  here(changes: Changes): string {
    return address(this.path, changed(this.query, changes));
  }

  #flush(): void {
    if (this.#lag === undefined) return;
    clearTimeout(this.#lag);
    this.#lag = undefined;
    window.history.replaceState(null, '', address(this.path, this.query));
  }

  #comeBack(): void {
    clearTimeout(this.#lag);
    this.#lag = undefined;
    const otherPage = window.location.pathname !== this.path;
    this.path = window.location.pathname;
    this.query = new URLSearchParams(window.location.search);
    if (otherPage) this.arrivals += 1;
  }

  #followLink(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link === null || link.hasAttribute('download') || link.hasAttribute('target')) return;
    // The href of an SVG link is an object, so the attribute is read instead.
    const to = new URL(link.getAttribute('href') ?? '', window.location.href);
    if (to.origin !== window.location.origin || page(to.pathname).name === 'unknown') return;
    if (to.hash !== '' && to.pathname === this.path) return;
    event.preventDefault();
    this.go(to.href);
  }
}

export const router = new Router();
