import type { Text } from '#shared/text';

/** A prediction and hints as far as they are written: a draft may hold anything there. */
interface Option {
  readonly id: string;
  readonly text: Text;
}

export interface Foreseen {
  readonly question: unknown;
  readonly options: readonly Option[];
  readonly came: string | undefined;
}

export interface WrittenHint {
  readonly text: unknown;
  readonly after?: number;
}

export const MOST_OPTIONS = 4;
export const MOST_HINTS = 4;

/** What a hint that comes by itself begins with, s. */
export const AFTER = 30;

export const fresh = {
  question: {},
  options: [
    { id: 'a', text: {} },
    { id: 'b', text: {} },
  ],
} as const;

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** What a class is asked beforehand; null: nothing. */
export function foreseenOf(prediction: unknown): Foreseen | null {
  if (!isFields(prediction)) return null;
  const options = Array.isArray(prediction.options) ? (prediction.options as unknown[]) : [];
  return {
    question: prediction.question,
    options: options.filter((option): option is Option => isFields(option) && typeof option.id === 'string'),
    came: typeof prediction.came === 'string' ? prediction.came : undefined,
  };
}

/** One more option, with an id of its own. */
export function freshOption(options: readonly Option[]): Option {
  const taken = new Set(options.map(({ id }) => id));
  const id = [...'abcdefghij'].find((letter) => !taken.has(letter)) ?? 'z';
  return { id, text: {} };
}

export const hintsOf = (hints: unknown): readonly WrittenHint[] =>
  Array.isArray(hints)
    ? hints.filter(isFields).map((hint) => ({
        text: hint.text,
        ...(typeof hint.after === 'number' ? { after: hint.after } : {}),
      }))
    : [];
