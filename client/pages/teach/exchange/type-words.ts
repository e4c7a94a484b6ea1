import * as m from '../../../i18n/generated/messages.js';

/** The types of questions that Moodle and QTI have, for people. */
const words: Readonly<Record<string, () => string>> = {
  multichoice: m.exchange_type_multichoice,
  truefalse: m.exchange_type_truefalse,
  shortanswer: m.exchange_type_shortanswer,
  numerical: m.exchange_type_numerical,
  essay: m.exchange_type_essay,
  ordering: m.exchange_type_ordering,
  description: m.exchange_type_description,
  match: m.exchange_type_matching,
  matching: m.exchange_type_matching,
  cloze: m.exchange_type_cloze,
  choiceInteraction: m.exchange_type_multichoice,
  inlineChoiceInteraction: m.exchange_type_multichoice,
  orderInteraction: m.exchange_type_ordering,
  matchInteraction: m.exchange_type_matching,
  textEntryInteraction: m.exchange_type_shortanswer,
  extendedTextInteraction: m.exchange_type_essay,
};

/** A type in words, and as its file calls it; one that is not known only as its file calls it. */
export function typeWords(type: string): string {
  const named = Object.hasOwn(words, type) ? words[type] : undefined;
  return named ? m.exchange_type_named({ words: named(), type }) : type;
}
