import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { LessonDraft } from '../../../client/pages/edit/document/draft';
import { placeIn } from '../../../client/pages/edit/moving';
import { Writing } from '../../../client/pages/edit/writing.svelte';

/** The page says in which language it is. */
vi.hoisted(() => vi.stubGlobal('document', { documentElement: { lang: '' } }));

const lesson: LessonDraft = {
  version: 1,
  id: 'mine',
  languages: ['it'],
  steps: [
    { id: 'a', kind: 'slide', config: { lines: [] } },
    { id: 'b', kind: 'choice', config: {} },
  ],
};

let writing: Writing;
beforeEach(() => {
  writing = new Writing(lesson, () => undefined);
});
const configOf = (id: string) => writing.stepOf(id)?.config;

describe('what comes late for a step', () => {
  it('is written into it, whichever one is looked at by then', () => {
    writing.at = 'b';
    writing.setIn('a', ['config'], { picture: 1 });
    expect([configOf('a'), configOf('b'), writing.at]).toEqual([{ picture: 1 }, {}, 'b']);
  });

  it('is written into it wherever it stands by then', () => {
    writing.move('a', 1);
    writing.setIn('a', ['config'], { picture: 1 });
    expect([configOf('a'), configOf('b')]).toEqual([{ picture: 1 }, {}]);
  });

  it('changes nothing where the step was taken out', () => {
    writing.remove('a');
    const { document } = writing;
    writing.setIn('a', ['config'], { picture: 1 });
    expect(writing.document).toBe(document);
  });
});

describe('undoing', () => {
  const type = (title: string) => {
    writing.set(['steps', 0, 'title'], { it: title });
  };

  it('takes back what was typed on in one text at once', () => {
    for (const title of ['P', 'Pa', 'Par']) type(title);
    writing.undo();
    expect(writing.document).toEqual(lesson);
  });

  it('takes back one by one what was changed in two fields of a configuration', () => {
    writing.setIn('b', ['config'], { answer: 5 });
    writing.setIn('b', ['config'], { answer: 5, tolerance: 1 });
    writing.undo();
    expect(configOf('b')).toEqual({ answer: 5 });
  });

  it('takes back one by one what was put into a list', () => {
    for (const lines of [['a'], ['a', 'b']]) writing.setIn('a', ['config'], { lines });
    writing.undo();
    expect(configOf('a')).toEqual({ lines: ['a'] });
  });
});

describe('a step that was taken out', () => {
  it('is told of at the place where it stood, until something else is done', () => {
    writing.setIn('b', ['title'], { it: 'Pari o dispari?' });
    writing.remove('b');
    expect(writing.removed).toEqual({ title: 'Pari o dispari?', place: 1 });
    writing.setIn('a', ['title'], { it: 'Benvenuti' });
    expect(writing.removed).toBeNull();
  });

  it('is back with one undo, and looked at', () => {
    writing.remove('b');
    writing.undo();
    expect([writing.document, writing.at, writing.removed]).toEqual([lesson, 'b', null]);
  });
});

describe('the place that somebody types', () => {
  it.each([
    ['2', 1],
    ['1', 0],
    [' 3 ', 2],
    ['99', 4],
    ['0', null],
    ['', null],
    ['1.5', null],
    ['due', null],
  ])('%j of five is %j, from 0', (typed, place) => {
    expect(placeIn(typed, 5)).toBe(place);
  });
});
