import * as v from 'valibot';
import { config as choice } from '#shared/activities/choice/config';
import { config as numeric, type Config as Numeric } from '#shared/activities/numeric/config';
import { upgrade as numericUpgrade } from '#shared/activities/numeric/upgrade';
import { config as order } from '#shared/activities/order/config';
import { config as slide } from '#shared/activities/slide/config';
import { config as text } from '#shared/activities/text/config';
import type { DraftStep, Loss } from '#shared/exchange/report';
import { lostIf, noPlaceFor, type Body } from './item';
import type { Voice } from './said';

/** A step's own part in the notions of question banks; null: they have none for it. */
export interface OwnPart {
  readonly body: Body;
  /** What belongs below the task. */
  readonly below: string;
  readonly lost: readonly Loss[];
}

type Writing = (config: unknown, voice: Voice) => OwnPart | null;

const writings: Partial<Record<DraftStep['kind'], Writing>> = {
  choice: writing(choice, ({ options, right, several, shuffle, picture, told }, voice) => ({
    body: {
      type: 'choice',
      ...{ several, shuffle },
      options: options.map((option) => ({
        words: voice.say(option.text),
        right: right.includes(option.id),
        why: voice.say(option.why),
      })),
    },
    below: '',
    lost: [
      ...lostIf(picture !== undefined, { code: 'picture-dropped' }),
      ...lostIf(told !== undefined, noPlaceFor('told')),
    ],
  })),

  numeric: writing(numeric, numberOf, (config) => numericUpgrade.config(config, 1)),

  order: writing(order, ({ items }, voice) => ({
    body: { type: 'order', items: items.map((item) => voice.say(item.text)) },
    below: '',
    lost: [
      noPlaceFor('ends'),
      ...lostIf(
        items.some(({ mark }) => mark !== undefined),
        noPlaceFor('mark'),
      ),
    ],
  })),

  text: writing(text, ({ longest, shows }) => ({
    body: { type: 'essay' },
    below: '',
    lost: [
      ...lostIf(longest !== LONGEST_ANSWER, noPlaceFor('longest')),
      ...lostIf(shows !== 'answers', noPlaceFor('shows')),
    ],
  })),

  slide: writing(slide, ({ lines, picture, link, more, tap, lookUp }, voice) => ({
    body: {
      type: 'shown',
      lines: lines.map((line) => voice.say(line)).filter(Boolean),
      picture: picture?.shows === 'image' ? { data: picture.data, alt: voice.say(picture.alt) } : null,
    },
    below: '',
    lost: [
      ...lostIf(picture?.shows === 'network', { code: 'picture-dropped' }),
      ...lostIf(link !== null, noPlaceFor('link')),
      ...lostIf(more !== undefined, noPlaceFor('more')),
      ...lostIf(tap, noPlaceFor('tap')),
      ...lostIf(lookUp, noPlaceFor('lookUp')),
    ],
  })),
};

/** What answers may be as long as where nobody says. */
const LONGEST_ANSWER = 200;

/** A configuration that does not fit its kind, as in a lesson that is still being written, is no question yet. */
function writing<Config>(
  schema: v.GenericSchema<unknown, Config>,
  write: (config: Config, voice: Voice) => OwnPart,
  upgrade: (config: unknown) => unknown = (config) => config,
): Writing {
  return (config, voice) => {
    const read = v.safeParse(schema, upgrade(config));
    return read.success ? write(read.output, voice) : null;
  };
}

/** Of several variants each student of a class gets one; a bank's question has one set of numbers: the first. */
function numberOf({ variants, unit, tolerance, partial, told }: Numeric, voice: Voice): OwnPart {
  const [first, ...others] = variants;
  const mistakes = (first?.mistakes ?? []).map(({ value, why }) => ({ value, why: voice.say(why) }));
  const said = mistakes.filter(({ why }) => why !== '');
  return {
    body: { type: 'number', answer: first?.answer ?? 0, tolerance, unit: voice.say(unit), mistakes: said },
    below: voice.say(first?.given),
    lost: [
      ...lostIf(others.length > 0, noPlaceFor('variants')),
      ...lostIf(first?.picture !== null, { code: 'picture-dropped' }),
      ...lostIf(partial, noPlaceFor('partial')),
      ...lostIf(said.length < mistakes.length, { code: 'feedback' }),
      ...lostIf(told !== undefined, noPlaceFor('told')),
    ],
  };
}

/** The step's own part; null: question banks have no such question, or it is not one yet. */
export const ownPart = ({ kind, config }: DraftStep, voice: Voice): OwnPart | null =>
  writings[kind]?.(config, voice) ?? null;
