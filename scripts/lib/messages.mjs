import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { at } from './paths.mjs';

const PROJECT = 'project.inlang';

/** Every folder of `messages/` holds sentences of one part of the product, a kind of activity for example. */
const settings = () => ({
  $schema: 'https://inlang.com/schema/project-settings',
  baseLocale: 'it',
  locales: ['it', 'en'],
  // By its path: by its address the plugin would be fetched, and without a network nothing would be compiled.
  modules: ['./node_modules/@inlang/plugin-message-format/dist/index.js'],
  'plugin.inlang.messageFormat': {
    pathPattern: readdirSync(at('messages'))
      .sort()
      .map((part) => `./messages/${part}/{locale}.json`),
  },
});

/**
 * Writes down which files there are, as the compiler of messages wants to be told, and returns how it is to compile
 * them. The client chooses the locale itself (client/i18n/locale.svelte.ts); `strategy` makes the first guess.
 * @returns {import('@inlang/paraglide-js').CompilerOptions}
 */
export function findMessages() {
  mkdirSync(at(PROJECT), { recursive: true });
  writeFileSync(at(PROJECT, 'settings.json'), `${JSON.stringify(settings(), null, 2)}\n`);
  return {
    project: at(PROJECT),
    outdir: at('client/i18n/generated'),
    // What was chosen is kept by the client: the compiler's own strategy dies of a browser that blocks its storage.
    strategy: ['preferredLanguage', 'baseLocale'],
    isServer: 'import.meta.env.SSR',
    outputStructure: 'message-modules',
    emitReadme: false,
    includeEslintDisableComment: false,
  };
}
