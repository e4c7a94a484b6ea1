import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameOf } from '../../../client/activities/kit/edit/paths';
import { onlyDifference } from '../../../client/pages/edit/document/differing';
import { valueAt, withValue, type LessonDraft } from '../../../client/pages/edit/document/draft';
import {
  begun,
  changed,
  redone,
  TYPING,
  undone,
  type History,
} from '../../../client/pages/edit/document/history';
import {
  inOrderOf,
  withDouble,
  withNewStep,
  withoutStep,
  withStar,
  withStepAt,
} from '../../../client/pages/edit/document/steps';
import {
  gapsOf,
  inWords,
  languagesOf,
  withLanguage,
  withoutLanguage,
  wordsIn,
} from '../../../client/pages/edit/document/texts';
import { readDraft } from '#shared/lessons/check';
import { lessons } from '../../support/lessons';

const choice = {
  kind: 'choice',
  version: 1,
  answered: true,
  seconds: 60,
  config: { options: [{ id: 'a', text: { it: 'sì' } }], right: ['a'], several: false, shuffle: true },
} as const;

const empty: LessonDraft = { version: 1, id: 'mine', languages: ['it', 'en'], steps: [] };
const add = (document: LessonDraft, place: number) => withNewStep(document, place, choice);
const idsOf = ({ steps }: LessonDraft) => steps.map(({ id }) => id);
const three = [0, 1, 2].reduce(add, empty);

describe('steps', () => {
  it('have ids of their own, however they came in', () => {
    expect(idsOf(withDouble(three, 0))).toEqual(['choice', 'choice-4', 'choice-2', 'choice-3']);
  });

  it('move by one, or to any place, and stay at the ends', () => {
    expect(idsOf(withStepAt(three, 0, 1))).toEqual(['choice-2', 'choice', 'choice-3']);
    expect(idsOf(withStepAt(three, 0, 2))).toEqual(['choice-2', 'choice-3', 'choice']);
    expect(idsOf(withStepAt(three, 2, 0))).toEqual(['choice-3', 'choice', 'choice-2']);
    expect(withStepAt(three, 2, 9)).toBe(three);
    expect(withStepAt(three, 0, -1)).toBe(three);
  });

  it('are put in the order of a drag, which loses none', () => {
    expect(idsOf(inOrderOf(three, ['choice-3', 'choice', 'choice-2']))).toEqual([
      'choice-3',
      'choice',
      'choice-2',
    ]);
    expect(inOrderOf(three, ['choice'])).toBe(three);
  });

  it('leave the short path with the lesson, which then has none', () => {
    const starred = withStar(withStar(three, 'choice-3', true), 'choice', true);
    expect(starred.short).toEqual(['choice', 'choice-3']);
    const one = withoutStep(starred, 0);
    expect(one.short).toEqual(['choice-3']);
    expect('short' in withoutStep(one, 1)).toBe(false);
  });
});

describe('values', () => {
  it('are set at a path, and what is missing on the way is made', () => {
    const document = withValue(three, ['steps', 1, 'note', 'say', 'it'], 'Piano');
    expect(valueAt(document, ['steps', 1, 'note'])).toEqual({ say: { it: 'Piano' } });
    expect(valueAt(three, ['steps', 1, 'note'])).toBeUndefined();
    expect(document.steps[0]).toBe(three.steps[0]);
  });

  it('are taken away, entries of lists too', () => {
    expect(withValue({ a: [1, 2, 3] }, ['a', 1], undefined)).toEqual({ a: [1, 3] });
    expect(withValue({ a: 1, b: 2 }, ['a'], undefined)).toEqual({ b: 2 });
  });

  it('a field is called by its path', () => expect(nameOf(['steps', 0, 'title'])).toBe('steps/0/title'));
});

describe('the one word or number that is another', () => {
  it('is found, in lists and in what is not there yet too', () => {
    expect(onlyDifference({ a: [{ b: 'x', c: 1 }] }, { a: [{ b: 'xy', c: 1 }] })).toEqual(['a', '0', 'b']);
    expect(onlyDifference(undefined, { it: 'P' })).toEqual(['it']);
    expect(onlyDifference({ a: 1 }, {})).toEqual(['a']);
    expect(onlyDifference('a', 'b')).toEqual([]);
  });

  it.each([
    [{ a: 1 }, { a: 1 }],
    [
      { a: 1, b: 2 },
      { a: 2, b: 3 },
    ],
    [{ a: ['x'] }, { a: ['x', 'y'] }],
    [{ a: null }, { a: 1 }],
    [{ a: true }, { a: false }],
    [{ a: [] }, { a: {} }],
  ])('is none between %j and %j', (one, other) => expect(onlyDifference(one, other)).toBeNull());
});

describe('languages', () => {
  const written: LessonDraft = {
    ...three,
    title: { it: 'Pari', en: 'Even' },
    steps: three.steps.map((step) => ({ ...step, title: { it: 'Passo' } })),
  };

  it('are those that the lesson names, else those of its texts, else the reader’s', () => {
    expect(languagesOf(written, 'en')).toEqual(['it', 'en']);
    expect(languagesOf({ version: 1, id: 'a', title: { de: 'Gerade' }, steps: [] }, 'en')).toEqual(['de']);
    expect(languagesOf({ version: 1, id: 'a', steps: [] }, 'en')).toEqual(['en']);
  });

  it('what one lacks is a gap, inside configurations too', () => {
    expect(gapsOf(written, ['it', 'en']).map(({ path }) => nameOf(path))).toEqual([
      ...['steps/0/config/options/0/text', 'steps/0/title'],
      ...['steps/1/config/options/0/text', 'steps/1/title'],
      ...['steps/2/config/options/0/text', 'steps/2/title'],
    ]);
    expect(gapsOf(written, ['it'])).toEqual([]);
  });

  it('one that is taken out takes its words along, and no others', () => {
    const left = withoutLanguage(written, ['it', 'en'], 'en');
    expect(left).toEqual({ ...written, languages: ['it'], title: { it: 'Pari' } });
    expect(wordsIn(written, ['it', 'en'], 'it')).toBe(7);
    expect(withoutLanguage(left, ['it'], 'it')).toBe(left);
    expect(withLanguage(left, ['it'], 'pt-BR').languages).toEqual(['it', 'pt-BR']);
  });

  it('one that is taken out leaves no text without a word, but its place in a list', () => {
    const english: LessonDraft = {
      ...empty,
      steps: [
        {
          ...{ id: 'a', kind: 'numeric', note: { say: { en: 'Slowly' }, ask: { it: 'Chi?', en: 'Who?' } } },
          config: { unit: { en: 'GB' }, variants: [{ given: { en: '3 + 4' }, answer: 7 }] },
        },
        { id: 'b', kind: 'slide', config: { unit: { en: 'GB' }, lines: [{ en: 'One' }, { it: 'Due' }] } },
      ],
    };
    const [numeric, slide] = withoutLanguage(english, ['it', 'en'], 'en').steps;
    expect(numeric?.note).toEqual({ ask: { it: 'Chi?' } });
    expect(numeric?.config).toEqual({ unit: null, variants: [{ given: null, answer: 7 }] });
    expect(slide?.config).toEqual({ lines: [{}, { it: 'Due' }] });
  });

  it('a text without a word is none', () => {
    expect(inWords({ it: 'a', en: 'b' }, 'it', '')).toEqual({ en: 'b' });
    expect(inWords({ it: 'a' }, 'it', '')).toBeUndefined();
    expect(inWords(undefined, 'it', 'a')).toEqual({ it: 'a' });
  });

  it('of the built-in lessons nothing is missing in either', () => {
    for (const lesson of lessons) expect(gapsOf(lesson, ['it', 'en'])).toEqual([]);
  });
});

/** What hands may do to a document, one after the other. */
const edits = fc.array(
  fc.oneof(
    fc.nat(9).map((place) => (document: LessonDraft) => add(document, place)),
    fc.nat(9).map((place) => (document: LessonDraft) => withDouble(document, place)),
    fc.nat(9).map((place) => (document: LessonDraft) => withoutStep(document, place)),
    fc.tuple(fc.nat(9), fc.nat(9)).map(
      ([from, to]) =>
        (document: LessonDraft) =>
          withStepAt(document, from, to),
    ),
    fc.tuple(fc.nat(9), fc.boolean()).map(
      ([place, star]) =>
        (document: LessonDraft) =>
          withStar(document, document.steps[place]?.id ?? '', star),
    ),
    fc
      .string()
      .map(
        (words) => (document: LessonDraft) =>
          withValue(document, ['title'], inWords(document.title, 'it', words)),
      ),
    fc.constant((document: LessonDraft) => withoutLanguage(document, ['it', 'en'], 'en')),
  ),
  { maxLength: 30 },
);

describe('undo', () => {
  it('gives back the document after any sequence of edits, and redo the last one', () => {
    fc.assert(
      fc.property(edits, (all) => {
        const before = JSON.stringify(empty);
        let history: History<LessonDraft> = begun(empty);
        all.forEach((edit, i) => (history = changed(history, edit(history.present), null, i)));
        const last = history.present;
        const steps = history.past.length;
        for (let i = 0; i < steps; i++) history = undone(history) ?? history;
        expect(history.present).toBe(empty);
        expect(JSON.stringify(history.present)).toBe(before);
        expect(undone(history)).toBeNull();
        for (let i = 0; i < steps; i++) history = redone(history) ?? history;
        expect(history.present).toBe(last);
        expect(redone(history)).toBeNull();
      }),
    );
  });

  it('whatever the edits were, the document can be kept as a draft', () => {
    fc.assert(
      fc.property(edits, (all) => {
        const document = all.reduce((draft, edit) => edit(draft), empty);
        expect(readDraft(document).ok).toBe(true);
        expect(new Set(idsOf(document)).size).toBe(document.steps.length);
      }),
    );
  });

  it('takes words back that were typed in one go, and not letter by letter', () => {
    let history = begun('');
    ['P', 'Pa', 'Par'].forEach((words, i) => (history = changed(history, words, 'title', i * 100)));
    history = changed(history, 'Pari', 'title', 200 + TYPING + 1);
    expect(history.past).toEqual(['', 'Par']);
    history = changed(history, 'Pari?', 'about', 201 + TYPING + 1);
    expect(history.past).toEqual(['', 'Par', 'Pari']);
  });

  it('after an undo what is typed is a change of its own, and nothing can be brought back', () => {
    const typed = changed(begun(''), 'a', 'title', 0);
    const back = undone(typed);
    if (!back) throw new Error('there is something to take back');
    const again = changed(back, 'b', 'title', 1);
    expect([again.past, again.future]).toEqual([[''], []]);
  });
});
