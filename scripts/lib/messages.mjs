import { at } from './paths.mjs';

/**
 * How the messages are compiled, for the Vite plugin and for scripts/generate.mjs. The client chooses the
 * locale itself (client/i18n/locale.svelte.ts); `strategy` makes the first guess.
 * @type {import('@inlang/paraglide-js').CompilerOptions}
 */
export const MESSAGES = {
  project: at('project.inlang'),
  outdir: at('client/i18n/generated'),
  strategy: ['localStorage', 'preferredLanguage', 'baseLocale'],
  localStorageKey: 'trainoff-locale',
  isServer: 'import.meta.env.SSR',
  outputStructure: 'message-modules',
  emitReadme: false,
  includeEslintDisableComment: false,
};
