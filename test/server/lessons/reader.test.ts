import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLesson } from '#shared/lessons/check';
import { Reader } from '../../../server/lessons/reader';
import { look } from '../../../server/lessons/reading';
import { everyKind } from '../../support/every-kind';
import { lessons } from '../../support/lessons';
import { threadScript } from '../../support/threads';
import { VirtualClock } from '../../support/virtual-clock';

let clock: VirtualClock;
let reader: Reader;

beforeEach(() => {
  clock = new VirtualClock();
  reader = new Reader(threadScript('lessons'), clock);
});
afterEach(() => reader.close());

const unfinished = { version: 1, id: 'draft', steps: [{ id: 'a', kind: 'race' }] };

describe('the thread that reads documents', () => {
  it('says what this one would say, of what is finished, unfinished and nothing', async () => {
    for (const document of [...lessons, everyKind, unfinished, { steps: 7 }, null, 'text'])
      expect(await reader.look(document)).toEqual(look(document));
    for (const document of [lessons[0], unfinished])
      expect(await reader.lesson(document)).toEqual(readLesson(document));
  });

  it('is not asked about what has no bottom', async () => {
    const deep: unknown = JSON.parse(`{"steps":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
    expect((await reader.look(deep)).draftProblems).toMatchObject([{ code: 'too-deep' }]);
    expect(await reader.lesson(deep)).toMatchObject({ ok: false, error: [{ code: 'too-deep' }] });
  });

  it('leaves this one free while it reads', async () => {
    const order: string[] = [];
    const reading = reader.look(everyKind).then(() => order.push('read'));
    await new Promise<void>((resolve) => setImmediate(resolve));
    order.push('meanwhile');
    await reading;
    expect(order).toEqual(['meanwhile', 'read']);
  });

  it('rests when nobody has written for a minute, and is there again when somebody does', async () => {
    await reader.look(unfinished);
    await clock.advance(60_000);
    expect((await reader.look(unfinished)).face).not.toBeNull();
  });

  it('ends where it has not answered for ten seconds, and who has asked is told', async () => {
    const silent = `import { parentPort } from 'node:worker_threads';
      parentPort.on('message', () => { for (;;); });
      parentPort.postMessage('ready');`;
    const stuck = new Reader(new URL(`data:text/javascript,${encodeURIComponent(silent)}`), clock);
    const told = expect(stuck.look(unfinished)).rejects.toThrow('the thread has ended');
    await clock.advance(10_000);
    await told;
    await stuck.close();
  });
});
