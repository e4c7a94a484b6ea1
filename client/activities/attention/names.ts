import type { Asks } from '#shared/activities/attention/config';
import { pronouns, type Pronoun } from '#shared/activities/attention/pronouns';
import * as m from '../../i18n/generated/messages.js';

export const pronounNames: Readonly<Record<Pronoun, () => string>> = {
  her: m.attention_her,
  him: m.attention_him,
  them: m.attention_them,
};

/** What a query is called: that of a pronoun, or of a head. */
export function queryName(asks: Asks, at: number): string {
  if (asks === 'roles') return m.attention_head({ number: at + 1 });
  return m.attention_query({ pronoun: pronounNames[pronouns[at] ?? 'her']() });
}
