import { readdirSync, readFileSync } from 'node:fs';

type Messages = Readonly<Record<string, string>>;

const read = (locale: 'it' | 'en'): Messages =>
  Object.assign(
    {},
    ...readdirSync('messages').map(
      (part) => JSON.parse(readFileSync(`messages/${part}/${locale}.json`, 'utf8')) as Messages,
    ),
  ) as Messages;

const messages = { it: read('it'), en: read('en') };

/** A sentence of the product as people read it, with its placeholders filled in. */
export function words(
  locale: 'it' | 'en',
  key: string,
  given: Readonly<Record<string, string>> = {},
): string {
  const text = messages[locale][key];
  if (text === undefined) throw new Error(`no message is called ${key}`);
  return text.replace(/\{(\w+)\}/g, (_all, name: string) => given[name] ?? `{${name}}`);
}

export const it = (key: string, given?: Readonly<Record<string, string>>) => words('it', key, given);
