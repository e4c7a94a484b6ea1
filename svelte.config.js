import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** Runes everywhere in our own components; libraries may still hold older ones. */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: {
    runes: true,
  },
};
