import * as v from 'valibot';
import { language } from '#shared/text-schema';
import type { Element } from '../../xml';

/** The language that an item says it is in (`xml:lang`), or null. */
export function languageIn({ attributes }: Element): string | null {
  const said = v.safeParse(language, attributes.lang?.trim());
  return said.success ? said.output : null;
}
