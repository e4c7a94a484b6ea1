import { unzipSync, zipSync } from 'fflate';
import type { Rng } from '#shared/rng';
import { SOUND, type Sound } from './files';

const pick = <T>(random: Rng, some: readonly T[]): T => some[random.below(some.length)] as T;
const utf8 = (text: string) => new TextEncoder().encode(text);

const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** What turns up in files where it should not. */
const ODD: readonly string[] = [
  ...[
    '{',
    '}',
    '=',
    '~',
    '#',
    '\\',
    '$$',
    '\\(',
    '%50%',
    '->',
    '####',
    '::',
    '\r',
    '\0',
    '\uFEFF',
    '"',
    ';',
    '\t',
    '|',
  ],
  ...[
    '<',
    '>',
    '&',
    '&#0;',
    '&#x110000;',
    '&lol;',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<b',
    '</p>',
    '<img src=x>',
    '\uD800',
  ],
  ...[
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
    'null',
    '1e999',
    '-0',
    '__proto__',
    '[[',
    '{}',
  ],
  ...[
    'constructor',
    'ANSWER: Z',
    '\n\n',
    '=1+1',
    'https://there.example/',
    '９',
    '\u202E',
    '\u{FDD8}',
    '🦉'.repeat(50),
  ],
];

/** What is put in one another. */
const NESTS: readonly (readonly [string, string])[] = [
  ['{', '}'],
  ['[', ']'],
  ['{"steps":[', ']}'],
  ['<b>', '</b>'],
  ['<ul><li>', '</li></ul>'],
  ['<question type="multichoice">', '</question>'],
  ['<itemBody><div>', '</div></itemBody>'],
  ['\\(', '\\)'],
];

const entities = (random: Rng): string => {
  const names = Array.from({ length: 1 + random.below(30) }, (_, i) => i);
  const declared = names.map((i) => `<!ENTITY e${i} "${i === 0 ? 'ha' : `&e${i - 1};`.repeat(10)}">`);
  return `<?xml version="1.0"?><!DOCTYPE quiz [${declared.join('')}]><quiz>&e${names.length - 1};</quiz>`;
};

type Spoil = (bytes: Uint8Array, random: Rng) => Uint8Array;

const at = (bytes: Uint8Array, random: Rng): number => random.below(bytes.length + 1);

const ways: readonly Spoil[] = [
  // cut short
  (bytes, random) => bytes.slice(0, at(bytes, random)),
  (bytes, random) => bytes.slice(at(bytes, random)),
  // bytes flipped
  (bytes, random) => {
    const spoilt = bytes.slice();
    for (let i = 0; i <= random.below(20) && spoilt.length > 0; i++) {
      const place = random.below(spoilt.length);
      spoilt[place] = (spoilt[place] ?? 0) ^ (1 << random.below(8));
    }
    return spoilt;
  },
  // parts doubled, often
  (bytes, random) => {
    const [from, length, times] = [at(bytes, random), 1 + random.below(400), 1 + random.below(300)];
    const part = bytes.slice(from, from + length);
    return joined(bytes.slice(0, from), ...Array.from({ length: times }, () => part), bytes.slice(from));
  },
  // parts moved
  (bytes, random) => {
    const [from, to] = [at(bytes, random), at(bytes, random)].sort((a, b) => a - b) as [number, number];
    return joined(bytes.slice(to), bytes.slice(from, to), bytes.slice(0, from));
  },
  // something odd, here and there
  (bytes, random) => {
    let spoilt = bytes;
    for (let i = 0; i <= random.below(6); i++) {
      const place = at(spoilt, random);
      spoilt = joined(spoilt.slice(0, place), utf8(pick(random, ODD)), spoilt.slice(place));
    }
    return spoilt;
  },
  // nested deep
  (bytes, random) => {
    const [open, close] = pick(random, NESTS);
    const [place, deep] = [at(bytes, random), 1 + random.below(5_000)];
    const ends = random.below(2) === 0 ? close.repeat(deep) : '';
    return joined(bytes.slice(0, place), utf8(open.repeat(deep)), utf8(ends), bytes.slice(place));
  },
  // entities
  (bytes, random) =>
    random.below(2) === 0
      ? utf8(entities(random))
      : joined(utf8(entities(random).replace(/<quiz>.*$/, '')), bytes.slice(random.below(60))),
  // the end of another file
  (bytes, random) => {
    const other = pick(random, SOUND).bytes;
    return joined(bytes.slice(0, at(bytes, random)), other.slice(at(other, random)));
  },
];

function entriesOf(bytes: Uint8Array): Record<string, Uint8Array> | null {
  try {
    return unzipSync(bytes);
  } catch {
    return null;
  }
}

/** One file of an archive is spoilt, left out, made huge, or the archive put into another. */
function spoiltInside(entries: Record<string, Uint8Array>, random: Rng): Uint8Array {
  const names = Object.keys(entries);
  const name = pick(random, names);
  const inside = entries[name] ?? new Uint8Array(0);
  switch (random.below(6)) {
    case 0:
      return zipSync(Object.fromEntries(Object.entries(entries).filter(([one]) => one !== name)));
    case 1:
      return zipSync(
        { ...entries, [name]: new Uint8Array(1_048_576 * (1 + random.below(40))) },
        { level: 1 },
      );
    case 2:
      return zipSync({ ...entries, [`../${name}`]: inside });
    case 3:
      return zipSync({ ...entries, 'inside.zip': zipSync(entries) });
    default:
      return zipSync({ ...entries, [name]: pick(random, ways)(inside, random) });
  }
}

/** A file of some format, spoilt in some way, some of them twice; one in fifty as it should be. */
export function spoiltFile(random: Rng): Sound {
  const { name, bytes } = pick(random, SOUND);
  if (random.below(50) === 0) return { name, bytes };
  const entries = random.below(3) > 0 ? entriesOf(bytes) : null;
  const once = entries ? spoiltInside(entries, random) : pick(random, ways)(bytes, random);
  const twice = random.below(4) === 0 ? pick(random, ways)(once, random) : once;
  return { name: random.below(10) === 0 ? 'without-a-name' : name, bytes: twice.slice(0, 5 * 1_048_576) };
}
