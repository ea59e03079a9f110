/** Light, dark, or as the system is set. The style sheet does the rest from `data-theme`. */
import { recall, remember } from './memory.ts';

export const THEMES = [
  { id: 'auto', says: 'Auto' },
  { id: 'light', says: 'Light' },
  { id: 'dark', says: 'Dark' },
] as const;

type ThemeId = (typeof THEMES)[number]['id'];

class Theme {
  id = $state<ThemeId>('auto');

  constructor() {
    this.choose(recall('theme') ?? 'auto');
  }

  choose(id: string): void {
    this.id = THEMES.find((theme) => theme.id === id)?.id ?? 'auto';
    if (this.id === 'auto') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = this.id;
    remember('theme', this.id);
  }
}

export const theme = new Theme();
