import './scripts/lib/one-program.mjs';
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';
import { clientRules, firstRules, serverRules, sharedRules } from './scripts/lib/lint-rules.mjs';

const TYPED = [
  'shared/**/*.ts',
  'server/**/*.ts',
  'client/**/*.ts',
  'test/**/*.ts',
  'demo/**/*.ts',
  '**/*.svelte',
  '*.config.ts',
];
const PLAIN = ['**/*.js', '**/*.mjs'];

export default ts.config(
  {
    ignores: [
      'dist/',
      '.node/',
      'data/',
      'test-results/',
      'playwright-report/',
      'client/i18n/generated/',
      'server/storage/generated/',
      'server/storage/generated-postgres/',
      // AssemblyScript: its compiler checks it.
      'kernel/',
      'project.inlang/',
    ],
  },
  // A rule that may be switched off in a comment is a suggestion.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  { files: TYPED, extends: [ts.configs.recommendedTypeChecked] },
  svelte.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: ts.parser, svelteConfig },
    },
  },
  {
    files: TYPED,
    rules: {
      // TypeScript knows what is defined, and in which half.
      'no-undef': 'off',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    rules: {
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { excludedRunes: ['$props', '$derived'] }],
    },
  },
  { files: PLAIN, extends: [ts.configs.disableTypeChecked], languageOptions: { globals: globals.node } },
  ...sharedRules,
  ...serverRules,
  ...clientRules,
  ...firstRules,
);
