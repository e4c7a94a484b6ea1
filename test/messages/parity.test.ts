import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** A sentence, or its variants (plurals) in the message format. */
type Message = string | readonly unknown[];

const parts = readdirSync('messages');

function read(part: string, locale: string): Map<string, Message> {
  const file = readFileSync(join('messages', part, `${locale}.json`), 'utf8');
  const messages = JSON.parse(file) as Record<string, Message>;
  return new Map(Object.entries(messages).filter(([key]) => key !== '$schema'));
}

/** The names of what is filled in, such as `name` in "Ciao {name}". */
function blanks(message: Message | undefined): string[] {
  const found = JSON.stringify(message ?? '').matchAll(/\{(\w+)\}/g);
  return [...new Set([...found].map(([, name]) => name ?? ''))].sort();
}

describe.each(parts)('the messages of %s', (part) => {
  const italian = read(part, 'it');
  const english = read(part, 'en');

  test('are compiled: the client has a module for each', () => {
    const compiled = readdirSync('client/i18n/generated/messages');
    expect([...italian.keys()].filter((key) => !compiled.includes(`${key}.js`))).toEqual([]);
  });

  test('exist in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...italian.keys()].sort());
  });

  test('have the same blanks in both languages', () => {
    for (const [key, message] of italian)
      expect([key, blanks(english.get(key))]).toEqual([key, blanks(message)]);
  });

  test('are written out: none is empty', () => {
    const empty = [...italian, ...english].filter(([, message]) => message.length === 0);
    expect(empty).toEqual([]);
  });
});

/** What is spelt alike in both languages. */
const ALIKE = [
  'app_name',
  'attention_plural',
  'attention_singular',
  'desk_teach_password',
  'neuron_bias',
  'race_batch',
  'race_pool',
  'rnn_memory_bias',
];

test('a message with words in it is not the same in both languages', () => {
  const same = parts.flatMap((part) => {
    const english = read(part, 'en');
    const hasWords = (message: Message) =>
      /\p{L}{4}/u.test(JSON.stringify(message).replaceAll(/\{\w+\}/g, ''));
    return [...read(part, 'it')].filter(
      ([key, message]) => hasWords(message) && JSON.stringify(message) === JSON.stringify(english.get(key)),
    );
  });
  expect(same.map(([key]) => key).filter((key) => !ALIKE.includes(key))).toEqual([]);
});

test('no key stands in two files, where one would silently win', () => {
  const keys = parts.flatMap((part) => [...read(part, 'it').keys()]);
  expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
});
