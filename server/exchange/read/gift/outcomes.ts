import { largest } from '../../figures';
import type { Losses, Told } from '../../steps';
import { choice, faulty, numeric, trueOrFalse, written, type Answer } from '../../questions';
import type { Outcome } from '../reader';
import type { Block, GiftAnswer, GiftNumber } from './block';

/** Turns a piece of GIFT into a text of ours. */
export type Say = (masked: string) => string;

interface Asked {
  /** Without `lost`, which is only known once all texts are said. */
  readonly told: Told;
  readonly say: Say;
  readonly losses: Losses;
}

type Of<Form extends Block['form']> = Extract<Block, { readonly form: Form }>;

const isWhole = (weight: number): boolean => weight >= 99.9;

/** Weights that say no more than right and wrong: all right ones the same, all wrong ones the same or nothing. */
function areEven(answers: readonly GiftAnswer[]): boolean {
  const rights = answers.filter(({ weight }) => weight > 0).map(({ weight }) => weight);
  const wrongs = answers.filter(({ weight }) => weight <= 0).map(({ weight }) => weight);
  const same = (weights: readonly number[]) =>
    largest(weights) + largest(weights.map((weight) => -weight)) < 0.5;
  return same(rights) && (wrongs.length === 0 || same(wrongs));
}

/** Several may be picked where not one says that it is the right one, and wrong ones take something away. */
const isSeveral = (answers: readonly GiftAnswer[], whole: number): boolean =>
  whole === 0 || (answers.every(({ mark }) => mark === '~') && answers.some(({ weight }) => weight < 0));

export function multichoice({ answers }: Of<'multichoice'>, { told, say, losses }: Asked): Outcome {
  const whole = answers.filter(({ weight }) => isWhole(weight)).length;
  if (whole > 1) return faulty('several-right-answers');
  const isRight = ({ weight }: GiftAnswer) => (whole === 1 ? isWhole(weight) : weight > 0);
  const several = isSeveral(answers, whole);
  const fractions = !several ? answers.some((one) => !isRight(one) && one.weight !== 0) : !areEven(answers);
  if (fractions) losses.add('fractions');
  const options = answers.map((one): Answer => ({
    text: say(one.text),
    right: isRight(one),
    feedback: say(one.feedback),
  }));
  return choice({ ...told, lost: losses.all }, options, { several });
}

export function truefalse({ right, wrong, well }: Of<'truefalse'>, { told, say, losses }: Asked): Outcome {
  const said = [say(right ? well : wrong), say(right ? wrong : well)] as const;
  return trueOrFalse({ ...told, lost: losses.all }, right, said);
}

export function shortanswer({ answers }: Of<'shortanswer'>, { told, say, losses }: Asked): Outcome {
  const feedback = answers.map((one) => say(one.feedback)).filter((said) => said !== '');
  if (feedback.length > 0) losses.add('feedback');
  if (answers.some(({ weight }) => !isWhole(weight))) losses.add('fractions');
  const accepted = answers
    .filter(({ weight, text }) => weight > 0 && text !== '')
    .map(({ text }) => say(text));
  return written({ ...told, lost: losses.all }, accepted);
}

/** A right number within a wider one that is worth less: near misses are worth something. */
const isNearMiss = (one: GiftNumber, best: GiftNumber): boolean =>
  one.weight > 0 &&
  one.range !== null &&
  best.range !== null &&
  Math.abs(one.range.answer - best.range.answer) <= best.range.tolerance &&
  one.range.tolerance > best.range.tolerance;

export function numerical({ numbers }: Of<'numerical'>, { told, say, losses }: Asked): Outcome {
  const best = [...numbers].sort((a, b) => b.weight - a.weight)[0];
  if (!best?.range || best.weight <= 0) return faulty('no-right-answer');
  const others = numbers.filter((one) => one !== best);
  const near = others.filter((one) => isNearMiss(one, best));
  const further = others.filter((one) => one.weight > 0 && !near.includes(one));
  if (near.length > 0 || !isWhole(best.weight)) losses.add('fractions');
  for (const { range } of further) losses.add('further-answers', String(range?.answer ?? '*'));
  const mistakes = others.flatMap((one) => {
    const why = say(one.feedback);
    if (why === '') return [];
    if (one.range && one.weight <= 0) return [{ value: one.range.answer, why }];
    losses.add('feedback');
    return [];
  });
  const explanation = [say(best.feedback), told.explanation].filter(Boolean).join('\n\n');
  return numeric(
    { ...told, explanation, lost: losses.all },
    { ...best.range, mistakes, partial: near.length > 0 },
  );
}
