import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { at } from './lib/paths.mjs';
import { main, Stop } from './lib/say.mjs';

const NAMES = at('server/live/names/unicode-data.ts');
const WRITING = at('shared/writing/joining-types.ts');

/** The fields of each line that tells something. */
const rows = (text) =>
  text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '')
    .map((line) => line.split(';').map((field) => field.trim()));

const hex = (code) => code.toLowerCase().replace(/^0+/, '');

/** Each prototype with all that looks like it. */
function prototypes(text) {
  const alike = new Map();
  for (const [source, target] of rows(text)) {
    const prototype = target.split(/\s+/).map(hex).join('+');
    alike.set(prototype, [...(alike.get(prototype) ?? []), hex(source)]);
  }
  return [...alike].map(([prototype, sources]) => `${prototype} ${sources.join(' ')}`).join('\n');
}

/** The ranges of letters that join what follows them (dual and left), and what comes before (dual and right). */
function joiners(text) {
  const of = (types) =>
    rows(text)
      .filter(([, type]) => types.includes(type))
      .map(([range]) => range.split('..').map(hex).join('-'))
      .join(' ');
  return { forward: of('DL'), backward: of('DR') };
}

const head = (file, version) => `/*
 * Written by scripts/unicode.mjs from ${file}, Unicode ${version}.
 * © 1991-2025 Unicode, Inc. Used under the Unicode License v3 (https://www.unicode.org/license.txt), SPDX Unicode-3.0,
 * in unicode-license.txt beside this file:
 * the data were brought into another form and are otherwise unchanged.
 */
`;

const lookAlikes = (version, alike) => `${head('confusables.txt', version)}
export const UNICODE = '${version}';

/** UTS 39: in each line a prototype, its code points joined by +, and the code points that look like it. */
export const CONFUSABLES = \`
${alike}
\`;
`;

const joiningTypes = (version, { forward, backward }) => `${head('DerivedJoiningType.txt', version)}
/** Ranges of Joining_Type D and L, then of D and R. */
export const JOINS_NEXT =
  '${forward}';
export const JOINS_PREVIOUS =
  '${backward}';
`;

/**
 * `node scripts/unicode.mjs --from FOLDER`: writes what names and other words need of Unicode's data and no JavaScript engine knows, from
 * `confusables.txt` (UTS 39) and `DerivedJoiningType.txt` (UAX 44) as Unicode publishes them.
 */
await main(() => {
  const { from } = parseArgs({ options: { from: { type: 'string' } } }).values;
  if (!from) throw new Stop('Say where the files are: --from FOLDER');
  const read = (name) => readFileSync(join(from, name), 'utf8').replace(/^\uFEFF/, '');
  const [confusables, joining] = [read('confusables.txt'), read('DerivedJoiningType.txt')];
  const version = /Version: ([\d.]+)/.exec(confusables)?.[1];
  if (!joining.startsWith(`# DerivedJoiningType-${version}`)) throw new Stop('Two versions of Unicode');
  writeFileSync(NAMES, lookAlikes(version, prototypes(confusables)));
  writeFileSync(WRITING, joiningTypes(version, joiners(joining)));
});
