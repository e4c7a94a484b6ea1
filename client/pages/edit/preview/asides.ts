import { sureness, type PredictionView, type ToldPrediction } from '#shared/session/predictions/prediction';
import type { Text } from '#shared/text';
import { textsOf } from '../../../activities/kit/edit/texts';
import * as m from '../../../i18n/generated/messages.js';
import { locale } from '../../../i18n/locale.svelte';
import { foreseenOf, hintsOf } from '../document/asides';
import type { StepDraft } from '../document/draft';

/** What a class is asked before a step, and what may be told it meanwhile, as far as they are written. */
export interface Asides {
  /** Null: nothing is asked. */
  readonly prediction: (Pick<PredictionView, 'question' | 'options'> & Pick<ToldPrediction, 'came'>) | null;
  readonly hints: readonly Text[];
}

/** What is not written yet has its place too. */
function writtenOr(text: unknown, otherwise: string): Text {
  const texts = textsOf(text);
  return Object.keys(texts).length > 0 ? texts : { [locale.current]: otherwise };
}

export function asidesOf({ prediction, hints }: StepDraft): Asides {
  const asked = foreseenOf(prediction);
  return {
    prediction: asked && {
      question: writtenOr(asked.question, m.edit_prediction_question()),
      options: asked.options.map(({ id, text }, i) => ({
        id,
        text: writtenOr(text, m.edit_option({ number: i + 1 })),
      })),
      came: asked.came ?? null,
    },
    hints: hintsOf(hints).map(({ text }, i) => writtenOr(text, m.edit_hint({ number: i + 1 }))),
  };
}

/** What a simulated class of so many has expected: each option somebody, more and more of them. */
export function expectedBy(seats: number, options: PredictionView['options']): ToldPrediction['expected'] {
  const shares = (options.length * (options.length + 1)) / 2;
  return Object.fromEntries(
    options.map(({ id }, i) => {
      const here = Math.round((seats * (i + 1)) / shares);
      return [id, sureness.map((_, sure) => Math.floor((here + sure) / sureness.length))];
    }),
  );
}
