/** The walls of docs/decisions as rules for eslint: what each top folder may not touch, and why. */

/** ECMAScript leaves the last bits of these to the engine; a score must not depend on the engine. */
const ENGINE_MATH = (
  'exp expm1 log log1p log2 log10 sin cos tan asin acos atan atan2 ' +
  'sinh cosh tanh asinh acosh atanh pow cbrt hypot random'
).split(' ');

/** They answer by the locale of the machine. */
const LOCALE_METHODS =
  '/^(localeCompare|toLocaleString|toLocaleDateString|toLocaleTimeString|toLocaleUpperCase|toLocaleLowerCase)$/';

/** Browsers offer these only over https or on loopback; a phone on the LAN has neither. */
const SECURE_ONLY_NAVIGATOR = ['wakeLock', 'serviceWorker', 'clipboard', 'locks', 'storage'];
const SECURE_ONLY_GLOBALS = ['caches', 'AudioWorklet', 'AudioWorkletNode'];

const forbidden = (selector, message) => ({ selector, message });

/** A property by its name, however the object is spelt: `Math.exp`, `Math['exp']`, `const { exp } = Math`. */
const reads = (object, property, message) => [
  forbidden(`MemberExpression[object.name='${object}'][property.name='${property}']`, message),
  forbidden(`MemberExpression[object.name='${object}'][property.value='${property}']`, message),
  forbidden(`MemberExpression[object.property.name='${object}'][property.name='${property}']`, message),
  forbidden(`VariableDeclarator[init.name='${object}'] Property[key.name='${property}']`, message),
];

const pure = 'shared/ is pure: time, randomness and locale come in as data.';
const exact = 'Engines differ in its last bits: use the functions of shared/training.';

const imports = (...patterns) => ['error', { patterns }];
const wall = (regex, message) => ({ regex, message });

const noSideways = {
  fromServer: wall('^(\\.\\./)+client(/|$)', 'server/ must not know client/.'),
  fromClient: wall('^((\\.\\./)+server(/|$)|node:)', 'client/ must not know server/ or Node.'),
};

const askTheHandle =
  "A room's state is its own: ask its handle (server/live/handle.ts), which answers with promises.";
const ownState = wall('(^|/)room/[^/]+$', askTheHandle);

const noHiddenData = wall(
  'training/sets/(penguins|digits|digits-table)$',
  'Whole tables hold what a score is judged by; a phone gets its part from the server.',
);

/** @type {import('eslint').Linter.Config[]} */
export const sharedRules = [
  {
    files: ['shared/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'Date',
          'performance',
          'Intl',
          'Temporal',
          'crypto',
          'globalThis',
          'setTimeout',
          'setInterval',
          'process',
        ].map((name) => ({ name, message: pure })),
      ],
      'no-restricted-syntax': [
        'error',
        ...ENGINE_MATH.flatMap((name) => reads('Math', name, name === 'random' ? pure : exact)),
        forbidden(
          "MemberExpression[object.name='Math'][computed=true]:not([property.type='Literal'])",
          exact,
        ),
        forbidden("VariableDeclarator[init.name='Math'] RestElement", exact),
        forbidden("VariableDeclarator[init.name='Math'][id.type='Identifier']", exact),
        forbidden("BinaryExpression[operator='**']", exact),
        forbidden("AssignmentExpression[operator='**=']", exact),
        forbidden(`MemberExpression[property.name=${LOCALE_METHODS}]`, pure),
        forbidden(`MemberExpression[property.value=${LOCALE_METHODS}]`, pure),
      ],
      'no-restricted-imports': imports(
        wall('^(?!\\.{1,2}/|valibot$|#shared/)', 'shared/ imports its own files and valibot, nothing else.'),
        wall('^(\\.\\./)+(server|client|test)/', 'Imports run shared <- server and shared <- client.'),
      ),
    },
  },
];

const singleStatements = forbidden(
  "CallExpression[callee.property.name='$transaction']:not([arguments.0.type='ArrayExpression'])",
  "Prisma's adapter has one connection: writes from elsewhere would vanish with this rollback. " +
    'Use single statements.',
);

/** It makes the rooms, and must not look into them either. */
const HOLDS_ROOMS = 'server/live/rooms.ts';

/** @type {import('eslint').Linter.Config[]} */
export const serverRules = [
  {
    files: ['server/**/*.ts'],
    rules: {
      'no-restricted-imports': imports(noSideways.fromServer),
      'no-restricted-syntax': ['error', singleStatements],
    },
  },
  {
    files: ['server/**/*.ts'],
    ignores: ['server/live/room/**', HOLDS_ROOMS],
    rules: { 'no-restricted-imports': imports(noSideways.fromServer, ownState) },
  },
  {
    files: [HOLDS_ROOMS],
    rules: {
      'no-restricted-syntax': [
        'error',
        singleStatements,
        forbidden("MemberExpression[property.name='state']", askTheHandle),
        forbidden("ObjectPattern > Property[key.name='state']", askTheHandle),
      ],
    },
  },
];

const writtenOneWay =
  'Numbers are written one way: take a function of client/activities/kit/numbers.ts or client/i18n/figures.ts.';

/** The browser's own ways to write a number, each of which groups and rounds as it likes. */
const NUMBERS = [
  forbidden(
    'MemberExpression[property.name=/^(toFixed|toPrecision|toExponential|toLocaleString)$/]',
    writtenOneWay,
  ),
  forbidden("MemberExpression[object.name='Intl'][property.name='NumberFormat']", writtenOneWay),
];

/** Shows the HTML that the server makes of a lesson's texts, and is the only one who may. */
const SAYS_HTML = 'client/ui/Say.svelte';

const secureOnly = 'Missing over plain http on a LAN: go through client/live/secure.ts.';

const SECURE = 'client/live/secure.ts';

const SECURE_ONLY = [
  ...reads('crypto', 'randomUUID', secureOnly),
  ...reads('crypto', 'subtle', secureOnly),
  ...SECURE_ONLY_NAVIGATOR.flatMap((name) => reads('navigator', name, secureOnly)),
  ...SECURE_ONLY_GLOBALS.concat('audioWorklet').map((name) =>
    forbidden(`MemberExpression[property.name='${name}']`, secureOnly),
  ),
];

/** @type {import('eslint').Linter.Config[]} */
export const clientRules = [
  {
    files: ['client/**/*.ts', 'client/**/*.svelte'],
    rules: { 'no-restricted-imports': imports(noSideways.fromClient, noHiddenData) },
  },
  {
    files: ['client/**/*.ts', 'client/**/*.svelte'],
    ignores: [SECURE],
    rules: {
      'no-restricted-globals': [
        'error',
        ...SECURE_ONLY_GLOBALS.map((name) => ({ name, message: secureOnly })),
      ],
      'no-restricted-syntax': ['error', ...SECURE_ONLY, ...NUMBERS],
    },
  },
  { files: [SAYS_HTML], rules: { 'svelte/no-at-html-tags': 'off' } },
  { files: [SECURE], rules: { 'no-restricted-syntax': ['error', ...NUMBERS] } },
  {
    files: ['client/activities/kit/numbers.ts'],
    rules: { 'no-restricted-syntax': ['error', ...SECURE_ONLY] },
  },
];

const ancient = 'An old Node reads this file to say that it is too old: Node 14 brought this spelling.';

/**
 * What every npm command starts with, down to Node 12.20 (before, an import had no `node:`).
 * @type {import('eslint').Linter.Config[]}
 */
export const firstRules = [
  {
    files: [
      'scripts/node.mjs',
      'scripts/lib/say.mjs',
      'scripts/lib/paths.mjs',
      'scripts/lib/node/needed.mjs',
    ],
    languageOptions: { ecmaVersion: 2020 },
    rules: {
      'no-restricted-syntax': [
        'error',
        forbidden('ChainExpression', ancient),
        forbidden("LogicalExpression[operator='??']", ancient),
      ],
    },
  },
];
