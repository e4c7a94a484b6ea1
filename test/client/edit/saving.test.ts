import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Kept as Answered, OwnLesson } from '#shared/lessons/api';
import type { ErrorCode } from '#shared/errors';
import { err, ok, type Result } from '#shared/result';
import type { LessonDraft } from '../../../client/pages/edit/document/draft';
import { AGAIN, CALM, Saving } from '../../../client/pages/edit/saving.svelte';
import { Sending } from '../../../client/pages/edit/sending';
import { foundOf, forgetUnsaved, isSame, keepUnsaved, unsavedOf } from '../../../client/pages/edit/unsaved';
import type { Kept } from '../../../client/live/kept';

const draft = (title: string): LessonDraft => ({ version: 1, id: 'mine', title: { it: title }, steps: [] });

/** What a browser keeps, in memory. */
function shelf(): Kept {
  const all = new Map<string, string>();
  return {
    read: (key) => all.get(key) ?? null,
    write: (key, value) => void all.set(key, value),
    forget: (key) => void all.delete(key),
    keys: () => [...all.keys()],
  };
}

/** A server that keeps one lesson, and takes what is made from its newest version. */
class Server {
  number = 1;
  documents: LessonDraft[] = [draft('')];
  down: ErrorCode | null = null;
  /** The answer to the next save is lost on its way. */
  deaf = false;
  #held: (() => void) | null = null;

  hold(): Promise<void> {
    return new Promise((resolve) => (this.#held = resolve));
  }

  async put(document: LessonDraft, from: number): Promise<Result<Answered, ErrorCode>> {
    await Promise.resolve();
    this.#held?.();
    if (this.down) return err(this.down);
    if (from !== this.number) return err('lesson-changed');
    this.number += 1;
    this.documents.push(document);
    if (this.deaf) return err('server-failed');
    return ok({ id: 'mine', number: this.number, savedAt: '2026-11-27T10:32:00Z', problems: [] });
  }

  newestLesson(): Promise<Result<OwnLesson, ErrorCode>> {
    const document = structuredClone(this.documents.at(-1));
    return Promise.resolve(ok({ id: 'mine', number: this.number, savedAt: '', document, problems: [] }));
  }

  get newest(): string {
    return this.documents.at(-1)?.title?.it ?? '';
  }
}

let server: Server;
let kept: Kept;
let told: number[];
/** Numbers of somebody else's versions that were met. */
let met: number[];

const open = () => {
  const sending = new Sending({
    save: (document, from) => server.put(document, from),
    newest: () => server.newestLesson(),
    onnewer: ({ number }) => met.push(number),
  });
  return new Saving(
    { id: 'mine', number: 1, savedAt: '', document: draft(''), problems: [] },
    {
      put: (document, from, leaving) => sending.put(document, from, leaving),
      ...{ kept, tab: 'here', now: Date.now, onsaved: (number) => told.push(number) },
    },
  );
};
const inBrowser = () => unsavedOf(kept, 'mine', 'here')?.document ?? null;

beforeEach(() => {
  vi.useFakeTimers();
  [server, kept, told, met] = [new Server(), shelf(), [], []];
});
afterEach(() => vi.useRealTimers());

describe('a lesson is saved', () => {
  it('a second after the last change, in one go, and other tabs are told', async () => {
    const saving = open();
    for (const title of ['P', 'Pa', 'Par']) {
      saving.note(draft(title));
      await vi.advanceTimersByTimeAsync(CALM / 2);
    }
    expect([saving.state, server.newest]).toEqual(['waiting', '']);
    await vi.advanceTimersByTimeAsync(CALM);
    expect([saving.state, server.newest, saving.number]).toEqual(['saved', 'Par', 2]);
    expect(told).toEqual([2]);
    expect(inBrowser()).toBeNull();
  });

  it('every few seconds while somebody types on and on', async () => {
    const saving = open();
    for (let i = 0; i < 60; i++) {
      saving.note(draft(String(i)));
      await vi.advanceTimersByTimeAsync(CALM / 10);
    }
    expect(server.number).toBeGreaterThan(1);
  });

  it('not at all where a change was taken back before', async () => {
    const saving = open();
    const before = draft('');
    saving.follow(1, '', [], before);
    saving.note(draft('a'));
    saving.note(before);
    await vi.advanceTimersByTimeAsync(10 * CALM);
    expect([saving.state, server.number]).toEqual(['saved', 1]);
    expect(inBrowser()).toBeNull();
  });

  it('once more where it was changed while it was being saved', async () => {
    const saving = open();
    saving.note(draft('a'));
    const arrived = server.hold();
    const flushed = saving.flush();
    saving.note(draft('ab'));
    await arrived;
    await flushed;
    await vi.advanceTimersByTimeAsync(2 * CALM);
    expect([saving.state, server.newest, saving.number]).toEqual(['saved', 'ab', 3]);
  });

  it('once, however many ask for it at the same moment', async () => {
    const saving = open();
    saving.note(draft('a'));
    await Promise.all([saving.flush(), saving.flush(), saving.flush(true)]);
    expect([saving.stopped, server.number]).toEqual([false, 2]);
  });
});

describe('what the server does not have', () => {
  it('stays in the browser, and goes out once the server is back', async () => {
    const saving = open();
    server.down = 'server-unreachable';
    saving.note(draft('a'));
    await vi.advanceTimersByTimeAsync(CALM);
    expect([saving.state, saving.done]).toEqual(['kept', false]);
    expect(inBrowser()).toEqual(draft('a'));
    server.down = null;
    await vi.advanceTimersByTimeAsync(AGAIN);
    expect([saving.state, server.newest]).toEqual(['saved', 'a']);
    expect(inBrowser()).toBeNull();
  });

  it('stays there too when a newer version is in the way, until it is decided which goes on', async () => {
    const saving = open();
    await server.put(draft('theirs'), 1);
    saving.note(draft('mine'));
    await vi.advanceTimersByTimeAsync(CALM);
    expect([saving.stopped, server.newest, met]).toEqual([true, 'theirs', [2]]);
    expect(inBrowser()).toEqual(draft('mine'));
    saving.note(draft('mine!'));
    await vi.advanceTimersByTimeAsync(10 * CALM);
    expect(server.newest).toBe('theirs');
    await saving.overtake(2);
    expect([saving.stopped, server.newest, server.documents.length]).toEqual([false, 'mine!', 3]);
  });

  it.each(['a', 'ab'])(
    'whose answer was lost is known again as ours, with %s written meanwhile',
    async (next) => {
      const saving = open();
      server.deaf = true;
      saving.note(draft('a'));
      await vi.advanceTimersByTimeAsync(CALM);
      expect([saving.state, server.newest]).toEqual(['kept', 'a']);
      server.deaf = false;
      if (next !== 'a') saving.note(draft(next));
      await vi.advanceTimersByTimeAsync(AGAIN);
      expect([saving.state, saving.done, server.newest, met]).toEqual(['saved', true, next, []]);
      expect(inBrowser()).toBeNull();
    },
  );

  it('is not sent again and again where the server will not have it', async () => {
    const saving = open();
    server.down = 'lesson-too-large';
    saving.note(draft('a'));
    await vi.advanceTimersByTimeAsync(CALM);
    expect([saving.state, saving.refusal]).toEqual(['refused', 'lesson-too-large']);
    server.down = null;
    await vi.advanceTimersByTimeAsync(10 * AGAIN);
    expect(server.number).toBe(1);
    expect(inBrowser()).toEqual(draft('a'));
  });
});

describe('a tab that has nothing unsaved', () => {
  it('goes on too where its version is the one to keep', async () => {
    const saving = open();
    await server.put(draft('theirs'), 1);
    saving.stopped = true;
    await saving.overtake(2);
    expect([saving.done, saving.stopped, server.newest, saving.number]).toEqual([true, false, '', 3]);
    expect(inBrowser()).toBeNull();
  });
});

describe('why the server does not have what stands on the page', () => {
  it('is nothing once it has it', async () => {
    const saving = open();
    expect(saving.trouble).toBeNull();
    saving.note(draft('a'));
    await saving.flush();
    expect(saving.trouble).toBeNull();
  });

  it('is what it answered', async () => {
    const saving = open();
    server.down = 'lesson-too-large';
    saving.note(draft('a'));
    await saving.flush();
    expect(saving.trouble).toBe('lesson-too-large');
  });

  it('is the newer version, also where nothing is unsaved', () => {
    const saving = open();
    saving.stopped = true;
    expect([saving.done, saving.trouble]).toEqual([true, 'lesson-changed']);
  });
});

describe('a page that is left', () => {
  it('sends what is not saved, with what was changed while the last save was under way', async () => {
    const saving = open();
    saving.note(draft('a'));
    const arrived = server.hold();
    void saving.flush();
    saving.note(draft('ab'));
    const closed = saving.close();
    await arrived;
    await closed;
    expect([server.newest, told]).toEqual(['ab', [2, 3]]);
  });

  it('tries once, and keeps in the browser what did not arrive', async () => {
    const saving = open();
    server.down = 'server-failed';
    saving.note(draft('a'));
    await saving.close();
    server.down = null;
    await vi.advanceTimersByTimeAsync(10 * AGAIN);
    expect([saving.closed, server.number, inBrowser()]).toEqual([true, 1, draft('a')]);
  });
});

describe('what a browser has kept', () => {
  it.each([
    ['no JSON', '{'],
    ['nothing', 'null'],
    ['no lesson', '{"document":{},"from":1,"at":1}'],
  ])('is nothing where there is %s', (_what, text) => {
    kept.write('trainoff-writing-mine/here', text);
    expect(unsavedOf(kept, 'mine', 'here')).toBeNull();
    expect(foundOf(kept, 'mine')).toEqual([]);
  });

  const unsaved = (title: string, at: number) => ({ document: draft(title), from: 1, at });

  it('is found of every tab, the newest first, and of no other lesson', () => {
    keepUnsaved(kept, 'mine', 'one', unsaved('a', 1));
    keepUnsaved(kept, 'mine', 'two', unsaved('b', 2));
    keepUnsaved(kept, 'mine-2', 'three', unsaved('c', 3));
    expect(foundOf(kept, 'mine').map(({ tab }) => tab)).toEqual(['two', 'one']);
    forgetUnsaved(kept, 'mine', 'two');
    expect(foundOf(kept, 'mine').map(({ tab }) => tab)).toEqual(['one']);
  });

  it('stays where another tab saves its own', async () => {
    keepUnsaved(kept, 'mine', 'other', unsaved('theirs', 1));
    const saving = open();
    saving.note(draft('mine'));
    await saving.flush();
    expect([server.newest, inBrowser()]).toEqual(['mine', null]);
    expect(unsavedOf(kept, 'mine', 'other')?.document).toEqual(draft('theirs'));
  });

  it('is the same where it says the same, in whatever order', () => {
    expect(isSame({ a: [1, { b: 2 }], c: 3 }, { c: 3, a: [1, { b: 2 }] })).toBe(true);
    expect(isSame({ a: 1 }, { a: 1, b: undefined })).toBe(false);
    expect(isSame([1, 2], [2, 1])).toBe(false);
    expect(isSame({}, [])).toBe(false);
  });
});
