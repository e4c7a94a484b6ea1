import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OwnLesson } from '#shared/lessons/api';
import { kept } from '../../../client/live/kept';
import type { LessonDraft } from '../../../client/pages/edit/document/draft';
import { Editing } from '../../../client/pages/edit/editing.svelte';
import { AGAIN } from '../../../client/pages/edit/saving.svelte';
import { foundOf, keepUnsaved } from '../../../client/pages/edit/unsaved';

/** The page says in which language it is. */
vi.hoisted(() => vi.stubGlobal('document', { documentElement: { lang: '' } }));

const draft = (title: string): LessonDraft => ({ version: 1, id: 'mine', title: { it: title }, steps: [] });
const own = (number: number, title: string): OwnLesson => ({
  ...{ id: 'mine', number, savedAt: '2026-11-27T10:32:00Z', problems: [] },
  document: draft(title),
});

/** What the server answers; null: it cannot be reached. */
let newest: OwnLesson | null;
let editing: Editing;
let other: BroadcastChannel;

const tabSays = (said: object) => other.postMessage({ tab: 'other', ...said });
const copies = () => foundOf(kept, 'mine').map(({ tab }) => tab);
const keepOf = (tab: string, title: string, at: number) =>
  keepUnsaved(kept, 'mine', tab, { document: draft(title), from: 1, at });

beforeEach(() => {
  newest = null;
  vi.stubGlobal('fetch', () =>
    newest ? Promise.resolve(Response.json(newest)) : Promise.reject(new TypeError('no network')),
  );
  other = new BroadcastChannel('trainoff-mine');
});
afterEach(() => {
  editing.close();
  other.close();
  for (const key of kept.keys()) kept.forget(key);
  vi.unstubAllGlobals();
});

describe('another tab has saved', () => {
  it('and its version is offered', async () => {
    editing = new Editing(own(1, ''));
    newest = own(2, 'theirs');
    tabSays({ says: 'saved', number: 2 });
    await vi.waitFor(() => expect(editing.newer?.number).toBe(2));
    expect(editing.saving.stopped).toBe(true);
  });

  it('and nothing stops where its version could not be had', async () => {
    editing = new Editing(own(1, ''));
    tabSays({ says: 'saved', number: 2 });
    await vi.waitFor(() => expect(editing.other).toBe(true));
    expect(editing.saving.stopped).toBe(false);
    newest = own(3, 'theirs');
    tabSays({ says: 'saved', number: 3 });
    await vi.waitFor(() => expect(editing.newer?.number).toBe(3));
  });
});

describe('another tab has saved while the server cannot be reached', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it('and its version is asked for until it is there, though nothing is written here', async () => {
    editing = new Editing(own(1, ''));
    tabSays({ says: 'saved', number: 2 });
    await vi.waitFor(() => expect(editing.other).toBe(true));
    await vi.advanceTimersByTimeAsync(AGAIN);
    expect(editing.newer).toBeNull();
    newest = own(2, 'theirs');
    await vi.advanceTimersByTimeAsync(AGAIN);
    expect(editing.newer?.number).toBe(2);
    expect(editing.saving.stopped).toBe(true);
  });
});

describe('what this browser had kept', () => {
  it('is offered tab by tab, the newest first, and left without being lost', () => {
    keepOf('one', 'a', 1);
    keepOf('two', 'b', 2);
    editing = new Editing(own(1, ''));
    expect(editing.found?.tab).toBe('two');
    editing.dropFound();
    expect([editing.found?.tab, copies()]).toEqual(['one', ['one']]);
    expect(editing.writing.document).toEqual(draft(''));
    editing.writing.redo();
    expect(editing.writing.document).toEqual(draft('b'));
  });

  it('is asked about no more where the page says the same', () => {
    keepOf('one', '', 1);
    editing = new Editing(own(1, ''));
    expect([editing.found, copies()]).toEqual([null, []]);
  });

  it('is not offered, and stays, where its own tab is still open', async () => {
    keepOf('one', 'b', 1);
    keepOf('other', 'a', 2);
    editing = new Editing(own(1, ''));
    tabSays({ says: 'here' });
    await vi.waitFor(() => expect(editing.found?.tab).toBe('one'));
    editing.dropFound();
    expect([editing.found, copies()]).toEqual([null, ['other']]);
  });
});
