/** The language of numbers that the reader chose, remembered in this browser. It affects display only. */
import { format, formatBounds, type Marks, type Reading } from './format.ts';
import { recall, remember } from '../frame/memory.ts';

export const LANGUAGES = [
  { id: 'english', says: '1\u2009234.5', name: 'decimal point' },
  { id: 'continental', says: '1\u2009234,5', name: 'decimal comma' },
  { id: 'plain', says: '1234.5', name: 'plain' },
] as const;

export type LanguageId = (typeof LANGUAGES)[number]['id'];

const MARKS: Record<LanguageId, Marks> = {
  english: { decimal: '.', group: '\u2009' },
  continental: { decimal: ',', group: '\u2009' },
  plain: { decimal: '.', group: '' },
};

class Language {
  id = $state<LanguageId>(known(recall('numbers')));

  choose(id: string): void {
    this.id = known(id);
    remember('numbers', this.id);
  }

  /** The marks of the language chosen. */
  get marks(): Marks {
    return MARKS[this.id];
  }

  write(reading: Reading): string {
    return format(reading, this.marks);
  }

  writeBounds(reading: Reading): string {
    return formatBounds(reading, this.marks);
  }
}

function known(id: string | null): LanguageId {
  return LANGUAGES.find((language) => language.id === id)?.id ?? 'english';
}

export const language = new Language();
