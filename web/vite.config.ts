import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { land } from './land.ts';

// `npm run dev` shows the sources against a running `adit serve`; ADIT_API names another address.
const api = process.env.ADIT_API ?? 'http://127.0.0.1:8383';

export default defineConfig({
  plugins: [svelte(), land()],
  build: {
    target: 'es2022',
    // The server's content-security policy has no data: sources, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': api, '/plain': api } },
});
