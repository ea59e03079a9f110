/** The pages, each loaded only when it is opened, so that no page carries another's figures. */
import type { Component } from 'svelte';
import { places } from '../chain/places.svelte.ts';
import { sites } from '../chain/sites.svelte.ts';
import type { Page } from './address.ts';

/** A page ready to be shown. */
export type Shown = {
  /** What makes it another page than the one before. */
  key: string;
  /** The component; those of one material or region take its id. */
  component: Component<{ id: string }> | Component<Record<string, never>>;
  props: { id: string } | Record<string, never>;
};

/** Loads the component of a page. Fails when its code cannot be fetched. */
export async function load(page: Page): Promise<Shown | null> {
  switch (page.name) {
    case 'risk':
      return plain(page.name, (await import('../risk/RiskPage.svelte')).default);
    case 'audit':
      return plain(page.name, (await import('../risk/AuditPage.svelte')).default);
    case 'material':
      return about(page, (await import('../risk/MaterialPage.svelte')).default);
    case 'map':
      // Its data travel while its code does.
      void places.load();
      void sites.load();
      return plain(page.name, (await import('../chain/MapPage.svelte')).default);
    case 'chain':
      return about(page, (await import('../chain/ChainPage.svelte')).default);
    case 'region':
      return about(page, (await import('../chain/RegionPage.svelte')).default);
    case 'benchmarks':
      return plain(page.name, (await import('../chain/BenchmarksPage.svelte')).default);
    case 'together':
      return plain(page.name, (await import('../chain/TogetherPage.svelte')).default);
    case 'outlooks':
      return plain(page.name, (await import('../outlook/CasesPage.svelte')).default);
    case 'outlook':
      return about(page, (await import('../outlook/CasePage.svelte')).default);
    case 'portfolios':
      return plain(page.name, (await import('../choose/PortfoliosPage.svelte')).default);
    case 'portfolio':
      return about(page, (await import('../choose/PortfolioPage.svelte')).default);
    case 'project':
      return about(page, (await import('../choose/ProjectPage.svelte')).default);
    case 'weigh':
      return about(page, (await import('../choose/WeighPage.svelte')).default);
    case 'unknown':
      return null;
  }
}

function plain(key: string, component: Component<Record<string, never>>): Shown {
  return { key, component, props: {} };
}

function about(page: { name: string; id: string }, component: Component<{ id: string }>): Shown {
  return { key: `${page.name}/${page.id}`, component, props: { id: page.id } };
}
