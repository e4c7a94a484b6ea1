import { figureOf, tidy } from '../../figures';

/** One answer in the braces. */
export interface GiftAnswer {
  /** `=` stands before the one that is right where only one may be picked. */
  readonly mark: '=' | '~';
  readonly text: string;
  /** Percent of the points, from -100 to 100. */
  readonly weight: number;
  readonly feedback: string;
}

export interface GiftNumber {
  /** Null: any number that is not named. */
  readonly range: { readonly answer: number; readonly tolerance: number } | null;
  readonly weight: number;
  readonly feedback: string;
}

/** What stands in the braces, by its form. */
export type Block =
  | { readonly form: 'essay' }
  | { readonly form: 'truefalse'; readonly right: boolean; readonly wrong: string; readonly well: string }
  | { readonly form: 'numerical'; readonly numbers: readonly GiftNumber[] }
  | { readonly form: 'matching' }
  | { readonly form: 'shortanswer'; readonly answers: readonly GiftAnswer[] }
  | { readonly form: 'multichoice'; readonly answers: readonly GiftAnswer[] }
  | { readonly form: 'crowded' }
  | { readonly form: 'unknown'; readonly what: string }
  | { readonly form: 'not-a-number'; readonly what: string };

/** Answers that are still looked at, so that their number can be told. */
const MOST_ANSWERS = 100;

/** Where answers begin: at their marks, of which one in the middle of a word is none if each line begins with one. */
function cut(text: string): string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const byLine = lines.length > 1 && lines.every((line) => /^\s*[~=#]/.test(line));
  const parts: string[] = [];
  let from = 0;
  for (let at = 1; at < text.length && parts.length <= MOST_ANSWERS; at++) {
    const mark = text[at];
    const begins = mark === '~' || (mark === '=' && !(byLine && /\S/.test(text[at - 1] ?? '')));
    if (!begins) continue;
    parts.push(text.slice(from, at));
    from = at;
  }
  return [...parts, text.slice(from)].map((part) => part.trim()).filter((part) => part !== '');
}

const WEIGHT = /^%\s*([+-]?\d{1,3}(?:[.,]\d+)?)\s*%/;

/** What stands before the first `#`, and behind it. */
function withFeedback(text: string): readonly [string, string] {
  const at = text.indexOf('#');
  return at < 0 ? [text.trim(), ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

function answerOf(part: string): GiftAnswer {
  const mark = part[0] === '=' ? '=' : '~';
  const said = part.replace(/^[~=]\s*/, '');
  const told = WEIGHT.exec(said);
  const weight = told ? (figureOf(told[1] ?? '') ?? 0) : mark === '=' ? 100 : 0;
  const [text, feedback] = withFeedback(said.slice(told?.[0].length ?? 0));
  return { mark, text, weight, feedback };
}

/** `3`, `3:0.5` (how far off is right) or `2.5..3.5`; null: none of them. */
function rangeOf(text: string): { readonly answer: number; readonly tolerance: number } | null {
  const [low, high] = text.split('..').map(figureOf);
  if (text.includes('..')) {
    if (low == null || high == null || low > high) return null;
    return { answer: tidy((low + high) / 2), tolerance: tidy((high - low) / 2) };
  }
  const [answer, tolerance = 0] = text.split(':').map(figureOf);
  return answer == null || tolerance === null ? null : { answer, tolerance: Math.abs(tolerance) };
}

function numerical(text: string): Block {
  const parts = cut(/^[=~]/.test(text) ? text : `=${text}`);
  if (parts.length > MOST_ANSWERS) return { form: 'crowded' };
  const numbers: GiftNumber[] = [];
  for (const part of parts) {
    const { text: figure, weight, feedback } = answerOf(part);
    const range = rangeOf(figure);
    if (!range && figure !== '' && figure !== '*') return { form: 'not-a-number', what: figure };
    numbers.push({ range, weight, feedback });
  }
  return { form: 'numerical', numbers };
}

const TRUE_FALSE = /^(TRUE|FALSE|T|F)\s*(?:#([^]*))?$/i;

function trueOrFalse(text: string): Block | null {
  const [, said = '', behind = ''] = TRUE_FALSE.exec(text) ?? [];
  if (said === '') return null;
  const [wrong, well] = withFeedback(behind);
  return { form: 'truefalse', right: /^t/i.test(said), wrong, well };
}

/** The only right answer may stand there without its mark. */
const isOneWord = (text: string): boolean => text.length <= 60 && !/[~=:\n{}"]/.test(text);

/** What the braces hold, without what is said to everybody at the end (`####`). */
export function blockOf(text: string): Block {
  if (text === '') return { form: 'essay' };
  const truth = trueOrFalse(text);
  if (truth) return truth;
  if (text.startsWith('#')) return numerical(text.slice(1).trim());
  if (isOneWord(text)) return { form: 'shortanswer', answers: [answerOf(`=${text}`)] };
  if (!/^[~=]/.test(text)) return { form: 'unknown', what: text.slice(0, 60) };
  const parts = cut(text);
  if (parts.length > MOST_ANSWERS) return { form: 'crowded' };
  const answers = parts.map(answerOf);
  if (parts.every((part) => part.startsWith('=') && part.includes('->'))) return { form: 'matching' };
  return { form: parts.some((part) => part.startsWith('~')) ? 'multichoice' : 'shortanswer', answers };
}
