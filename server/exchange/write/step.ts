import * as v from 'valibot';
import type { DraftStep, Loss } from '#shared/exchange/report';
import { hintsSchema } from '#shared/lessons/asides';
import { plain } from '#shared/words';
import { inlineFromPlain } from '../plain';
import { firstWords, POINTS } from '../steps';
import { ownPart } from './bodies';
import { isGraded, lostIf, noPlaceFor, type Body, type Item } from './item';
import { htmlOf } from './marked';
import { Voice } from './said';

/** A step in one language, in the notions of question banks; null: they have none for it, or it is still unfinished. */
export function itemOf(step: DraftStep, language: string): Item | null {
  const voice = new Voice(language);
  const own = ownPart(step, voice);
  const title = voice.say(step.title);
  const task = [voice.say(step.task) || title, own?.below].filter(Boolean).join('\n\n');
  if (!own || !task || !complete(own.body)) return null;
  const hints = hintsOf(step);
  const points = step.points ?? POINTS;
  const head = {
    ...{ id: step.id, name: nameOf(title || task), task, explanation: voice.say(step.explanation) },
    hints: hints.map(({ text }) => voice.say(text)).filter(Boolean),
    points,
  };
  const lost = [
    ...lostOfHead(step),
    ...lostIf(
      hints.some(({ after }) => after !== undefined),
      noPlaceFor('after'),
    ),
    ...lostOfName(head.name, title || task),
    ...lostIf(!isGraded(own.body) && points !== 0, noPlaceFor('points')),
    ...own.lost,
    ...lostIf(voice.shortened, { code: 'text-shortened' }),
  ];
  return { head, body: own.body, lost };
}

/** A name is text without marks: only its formulas stay, and no bracket of others looks like the beginning of one. */
const nameOf = (title: string): string =>
  (title.includes('$') ? title : plain(title)).replace(/\\(?=[()[\]])/g, '').replace(/\s+/g, ' ');

/** What of a title is read in again of its name, which has room for one line. */
function lostOfName(name: string, title: string): readonly Loss[] {
  const again = firstWords(name);
  if (again.endsWith('…') && !name.endsWith('…')) return [{ code: 'text-shortened' }];
  return lostIf(htmlOf(inlineFromPlain(again)) !== htmlOf(title), { code: 'markup' });
}

function hintsOf({ hints }: DraftStep): v.InferOutput<typeof hintsSchema> {
  const read = v.safeParse(hintsSchema, hints);
  return read.success ? read.output : [];
}

/** Parts of a step that no question bank has, where the step has them. */
const APART = ['theory', 'mistake', 'note', 'prediction', 'board'] as const;

function lostOfHead(step: DraftStep): readonly Loss[] {
  return [
    ...APART.filter((part) => step[part] !== undefined).map(noPlaceFor),
    ...lostIf(step.timing === 'speed', noPlaceFor('timing')),
    ...lostIf(typeof step.seconds === 'number', noPlaceFor('seconds')),
  ];
}

/** Whether every part that has to say something does, in this language. */
function complete(body: Body): boolean {
  switch (body.type) {
    case 'choice':
      return body.options.every(({ words }) => words !== '');
    case 'order':
      return body.items.every((words) => words !== '');
    case 'number':
    case 'essay':
    case 'shown':
      return true;
  }
}
