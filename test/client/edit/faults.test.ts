import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { activities } from '#shared/activities/registry';
import { editedKinds, editOf } from '../../../client/activities/edits';
import { overwriteGetLocale } from '../../../client/i18n/generated/runtime.js';
import { fieldWords, problemWords } from '../../../client/pages/edit/fault-words';
import { faultsOf, faultsUnder, saidBeside } from '../../../client/pages/edit/faults';
import { grouped } from '../../../client/pages/edit/kinds';
import { words } from '../../support/words';

beforeEach(() => overwriteGetLocale(() => 'en'));
afterEach(() => overwriteGetLocale(() => 'it'));
const en = (key: string, given = {}) => words('en', key, given);

const steps = [
  { id: 'a', kind: 'choice' as const },
  { id: 'b', kind: 'numeric' as const },
];
const document = { version: 1 as const, id: 'mine', steps };

describe('what a server finds missing', () => {
  const faults = faultsOf(
    [
      { path: ['title'], code: 'missing' },
      { path: ['steps', 1, 'title'], code: 'missing' },
      { path: ['steps', 1, 'points'], code: 'too-large' },
    ],
    document,
  );

  it('belongs to its step, wherever that goes', () => {
    expect(faults.map(({ step, path }) => [step, ...path])).toEqual([
      [null, 'title'],
      ['b', 'title'],
      ['b', 'points'],
    ]);
    expect(faultsUnder(faults, 'b')).toHaveLength(2);
    expect(faultsUnder(faults, 'b', 'points')).toEqual([{ path: [], code: 'too-large' }]);
    expect(faultsUnder(faults, 'a')).toEqual([]);
  });

  it('is not said twice beside a text that says itself that nothing is written there', () => {
    expect(saidBeside(faults, 'b', 'title')).toEqual([]);
    expect(saidBeside(faults, 'b', 'points')).toHaveLength(1);
  });
});

describe('a field is called as it is on the page', () => {
  it.each([
    [['title'], en('edit_field_title')],
    [['hints', 1, 'text'], `${en('edit_part_hints')} 2 › ${en('edit_text')}`],
    [['note', 'watchFor'], `${en('edit_part_note')} › ${en('edit_note_watch_for')}`],
    [['prediction', 'options', 0, 'text', 'en'], `${en('edit_text')} › en`],
    [['id'], en('choice_edit_name')],
  ])('%j', (path, name) => {
    expect(fieldWords(path, 'choice')).toBe(name);
  });

  it('no kind’s own field is called by its name in a file', () => {
    expect(fieldWords(['config', 'options', 2, 'text'], 'choice')).not.toMatch(/options|text/);
    expect(problemWords({ path: ['steps', 0, 'title'], code: 'missing' }, 'choice')).toBe(
      `${en('edit_field_title')}: This is missing.`,
    );
  });
});

describe('kinds', () => {
  it('are all offered, each once', () => {
    const offered = grouped(editedKinds).flatMap(({ kinds }) => kinds);
    expect([...offered].sort()).toEqual(activities.map(({ kind }) => kind).sort());
  });

  it('are begun in their own version', () => {
    for (const { kind, version } of activities) expect(editOf(kind).version).toBe(version);
  });
});
