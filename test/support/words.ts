import { readFileSync } from 'node:fs';

type Area = 'race' | 'common' | 'errors' | 'student' | 'desk' | 'screen' | 'review' | 'activities';

const files = new Map<string, Record<string, string>>();

/** A sentence of the product as people read it, with its placeholders filled in. */
export function words(
  locale: 'it' | 'en',
  key: string,
  given: Readonly<Record<string, string>> = {},
): string {
  const area = key.startsWith('error_') ? 'errors' : (key.split('_')[0] as Area);
  const file = `messages/${area}/${locale}.json`;
  const messages = files.get(file) ?? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
  files.set(file, messages);
  const text = messages[key];
  if (text === undefined) throw new Error(`${file} has no ${key}`);
  return text.replace(/\{(\w+)\}/g, (_all, name: string) => given[name] ?? `{${name}}`);
}

export const it = (key: string, given?: Readonly<Record<string, string>>) => words('it', key, given);
