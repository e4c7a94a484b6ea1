import type { Report } from '#shared/exchange/report';
import { fromPlain } from '../plain';
import { choice, faulty } from '../questions';
import { StepIds } from '../step-ids';
import { firstWords } from '../steps';
import { reportOf, type Outcome, type TextFile } from './reader';

const OPTION = /^\s*([A-Z])\s*[.)]\s*(.*)$/;
const ANSWER = /^\s*ANSWER\s*:(.*)$/i;
const LETTERS = /^[A-Z](?:\s*[,;]?\s*[A-Z])*$/i;

/** Characters of letters that are right. */
const LONGEST_ANSWER = 60;

interface Open {
  readonly line: number;
  readonly asked: string[];
  readonly options: { readonly letter: string; text: string }[];
}

interface Closed extends Open {
  /** What stands behind `ANSWER:`; null: the question ends without. */
  readonly answer: string | null;
}

/** Takes lines one by one: a question ends with its answer, or where the next one begins after an empty line. */
class Cutting {
  readonly found: Closed[] = [];
  #open: Open | null = null;
  #blank = false;

  line(line: string, number: number): void {
    const blank = line.trim() === '';
    if (!blank) this.#said(line, number);
    this.#blank = blank;
  }

  end(answer: string | null): void {
    if (this.#open) this.found.push({ ...this.#open, answer });
    this.#open = null;
  }

  #said(line: string, number: number): void {
    const [, letter, text = ''] = OPTION.exec(line) ?? [];
    const answer = ANSWER.exec(line)?.[1]?.trim();
    const isNext = this.#blank && (this.#open?.options.length ?? 0) > 0;
    if (isNext && letter === undefined && answer === undefined) this.end(null);
    const open = (this.#open ??= { line: number, asked: [], options: [] });
    const last = open.options.at(-1);
    if (answer !== undefined) this.end(answer);
    else if (letter !== undefined) open.options.push({ letter, text: text.trim() });
    else if (last) last.text += `\n${line.trim()}`;
    else open.asked.push(line.trim());
  }
}

function cut(lines: readonly string[]): readonly Closed[] {
  const cutting = new Cutting();
  for (const [index, line] of lines.entries()) cutting.line(line, index + 1);
  cutting.end(null);
  return cutting.found;
}

function becomes({ asked, options, answer }: Closed, ids: StepIds, language: string): Outcome {
  if (asked.length === 0) return faulty('empty-question');
  if (answer === null) return faulty('no-right-answer');
  if (answer.length > LONGEST_ANSWER || !LETTERS.test(answer)) return faulty('no-right-answer', answer);
  const right = new Set(answer.toUpperCase().match(/[A-Z]/g));
  const missing = [...right].find((letter) => options.every((option) => option.letter !== letter));
  if (missing !== undefined) return faulty('right-not-an-option', missing);
  const task = fromPlain(asked.join('\n'));
  const answers = options.map(({ letter, text }) => ({ text: fromPlain(text), right: right.has(letter) }));
  return choice({ ids, language, name: '', task }, answers);
}

/** Aiken: a question, options that begin with a letter, and `ANSWER:` with one of them. */
export function readAiken({ text, encoding, language }: TextFile): Report {
  const ids = new StepIds();
  const found = cut(text.replace(/^\uFEFF/, '').split(/\r\n?|\n/));
  return reportOf({ format: 'aiken', encoding }, found, (one) => ({
    place: { unit: 'line', number: one.line },
    name: firstWords(one.asked.join(' ')),
    type: 'multichoice',
    ...becomes(one, ids, language),
  }));
}
