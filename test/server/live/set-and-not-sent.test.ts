import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DeskRequest } from '#shared/protocol';
import type { SessionEvent } from '#shared/session/events';
import { review } from '#shared/session/review';
import type { DeskView, PhoneView } from '#shared/session/views';
import { logFile } from '../../../server/storage/log/open';
import { commitsIn } from '../../faults/wal-file';
import { startEngine, type Engine } from '../../support/engine';
import { temporaryFolder } from '../../support/folder';
import { bestNeuron, gate, lessonOf, thinNeuron } from '../../support/lesson';
import { freshToken, type Player } from '../../support/player';

let engine: Engine;
let id: string;
let code: string;
let desk: Player<DeskView>;

async function drive(...requests: DeskRequest[]) {
  for (const request of requests) expect(await desk.command(request)).toMatchObject({ ok: true });
}

async function join(name: string, token = freshToken()): Promise<Player<PhoneView>> {
  const phone = engine.phone(code, token);
  expect(await phone.arrived()).toBeNull();
  expect(await phone.command({ type: 'join', name })).toMatchObject({ ok: true });
  await phone.until(({ own }) => own !== null);
  return phone;
}

/** The server has a seat's draft once the class picture shows it. */
async function tune(phone: Player<PhoneView>, draft: unknown, shown: string): Promise<void> {
  phone.socket.emit('draft', { step: 0, draft });
  await desk.until(({ pulse }) => JSON.stringify(pulse?.picture ?? null).includes(shown));
}

const rowOf = (player: Player<DeskView>, name: string) =>
  player.roster
    .flatMap(({ rows }) => rows)
    .filter((row) => row.name === name)
    .at(-1);

beforeEach(async () => {
  engine = await startEngine();
  ({ id, code } = await engine.create(lessonOf(gate())));
  desk = engine.desk(id);
  expect(await desk.arrived()).toBeNull();
});

afterEach(async () => {
  expect(engine.bugs).toEqual([]);
  await engine.stop();
});

describe('a teacher who closes early', () => {
  it('closes with what was set and not sent: graded, told to phone, desk and review, and never for who has sent or looked', async () => {
    const [ada, bo, cy] = [await join('Ada'), await join('Bo'), await join('Cy')];
    await drive(
      { type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } },
      { type: 'open', step: 0 },
    );
    await bo.until(({ common }) => common?.step?.phase === 'open');
    await bo.command({ type: 'submit', step: 0, submission: bestNeuron });
    await tune(ada, thinNeuron, '1,1,-2');
    await tune(bo, { w: [0, 0], b: -5 }, '"holding":1');
    await drive({ type: 'close', step: 0 });

    await ada.until(({ own }) => own?.step?.sentBy === 'close');
    expect(ada.own?.step).toMatchObject({ submission: thinNeuron, result: null });
    await desk.until((player) => rowOf(player, 'Ada')?.answered ?? false);
    expect(['Ada', 'Bo', 'Cy'].map((name) => rowOf(desk, name)?.sentBy)).toEqual(['close', 'student', null]);

    await drive({ type: 'reveal', step: 0 });
    await ada.until(({ own }) => (own?.step?.result ?? null) !== null);
    expect(ada.own?.step).toMatchObject({ sentBy: 'close', result: { points: 600, right: true } });
    await cy.until(({ common }) => common?.step?.phase === 'revealed');
    expect(cy.own?.step).toMatchObject({ submission: null, sentBy: null, result: null });
    const told = review(await engine.log.read(id), (row) => row).students.map(({ steps }) =>
      steps[0]?.submissions.map(({ sentBy, points, counts }) => [sentBy, points, counts]),
    );
    expect(told).toEqual([[['student', 1_000, true]], [['close', 600, true]], []]);
  });

  it('has both or neither on the disk, wherever the power goes while it is written', async () => {
    const ada = await join('Ada');
    await drive(
      { type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } },
      { type: 'open', step: 0 },
    );
    await ada.until(({ common }) => common?.step?.phase === 'open');
    await tune(ada, thinNeuron, '1,1,-2');
    await drive({ type: 'close', step: 0 });

    const copy = temporaryFolder();
    try {
      cpSync(engine.folder, copy.path, { recursive: true });
      const whole = readFileSync(walOf(copy.path));
      const [before, last] = commitsIn(whole).slice(-2);
      const cuts: number[] = [];
      for (let at = before?.end ?? 0; at < (last?.end ?? 0); at += 512) cuts.push(at);
      expect(cuts.length).toBeGreaterThan(4);
      for (const at of cuts) expect(endsIn(copy.path, whole.subarray(0, at))).toEqual(['step-opened']);
      expect(endsIn(copy.path, whole)).toEqual(['submitted', 'step-closed']);
    } finally {
      copy.remove();
    }
  });
});

const walOf = (folder: string) => `${logFile(folder)}-wal`;

/** The types of the last events after the opening, or the opening itself, as whoever starts after a power cut reads them. */
function endsIn(folder: string, wal: Buffer): string[] {
  rmSync(`${logFile(folder)}-shm`, { force: true });
  writeFileSync(walOf(folder), wal);
  const log = new Database(logFile(folder), { readonly: true });
  try {
    const bodies = log.prepare<[], { body: string }>('SELECT body FROM event ORDER BY seq').all();
    const types = bodies.map(({ body }) => (JSON.parse(body) as SessionEvent).type);
    const since = types.slice(types.lastIndexOf('step-opened') + 1);
    return since.length > 0 ? since : types.slice(-1);
  } finally {
    log.close();
  }
}
