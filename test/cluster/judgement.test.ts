import { beforeEach, describe, expect, it } from 'vitest';
import type { LoggedEvent, SessionEvent } from '#shared/session/events';
import { review } from '#shared/session/review';
import type { OwnView } from '#shared/session/views';
import { boardOnStage } from '#shared/session/views/top';
import { Heard } from '../faults/heard';
import type { PhoneHistory } from '../faults/history/told';
import { lessonOf, picks, single } from '../support/lesson';
import { ownOnPhone } from '../support/own';
import { classOf, names, type Classroom } from '../support/session';
import { judged, type Seen } from './judgement';
import type { Taught } from './lesson';

const seats = ['ada', 'bo'] as const;

let room: Classroom;
let seen: Seen;
let now: number;

type Writable<Part> = { -readonly [Key in keyof Part]: Part[Key] };
const taught = () => seen.taught as Writable<Taught>;
const listening = (seat: (typeof seats)[number]) =>
  seen.listeners.find((one) => one.seat === seat)!.heard as Heard;

const screen = (seat: string) => JSON.parse(JSON.stringify(ownOnPhone(room.state, seat, names))) as OwnView;
const top = () => boardOnStage(room.state, names).top ?? [];

/** An honest lesson of one choice, from 100 to 900 ms open, with all that was told of it. */
beforeEach(() => {
  now = 0;
  room = classOf(lessonOf(single()), seats).opened(0);
  const listeners = seats.map((seat) => ({ seat, heard: new Heard(() => now) }));
  const revealed = new Map<string, Map<number, OwnView>>();
  const sent = seats.map((seat, i) => {
    room.submit(seat, 0, picks(i === 0 ? 'c' : 'a'), `${seat}/first`);
    return {
      id: 'first',
      step: 0,
      submission: picks(i === 0 ? 'c' : 'a'),
      told: { ok: true, seq: room.state.seq },
    };
  });
  room.host({ type: 'close', step: 0 });
  room.host({ type: 'reveal', step: 0 });
  for (const seat of seats) revealed.set(seat, new Map([[0, screen(seat)]]));
  room.host({ type: 'go', from: { at: 'step', step: 0 }, to: { at: 'board', step: 0 } });
  const board = top();
  room.host({ type: 'go', from: { at: 'board', step: 0 }, to: { at: 'podium' } });
  const podium = top();
  room.host({ type: 'end' });
  const histories = seats.map((seat, i): PhoneHistory => {
    return {
      seat,
      sent: [sent[i] as PhoneHistory['sent'][number]],
      revealed: revealed.get(seat)!,
      end: screen(seat),
    };
  });
  seen = {
    ...{ histories, listeners, review: review(room.log, names), written: { events: room.log, names } },
    taught: {
      steps: [{ step: 0, answered: 2, expected: null, top: board }],
      projected: [{ step: 0, top: board }],
      spans: [{ step: 0, from: 100, to: 900 }],
      podium,
    },
  };
});

const findings = () => judged(seen).findings;
const withLog = (events: readonly LoggedEvent[]) => judged({ ...seen, written: { events, names } });
const renumbered = (log: readonly LoggedEvent[]) => log.map((record, i) => ({ ...record, seq: i + 1 }));
const at = (type: SessionEvent['type']) => room.log.findIndex(({ event }) => event.type === type);

describe('the judgement over a session', () => {
  it('finds nothing in an honest one', () => {
    const { acked, lost, doubled, boards, findings: none } = judged(seen);
    expect({ acked, lost, doubled, boards, none }).toEqual({
      acked: 2,
      lost: 0,
      doubled: 0,
      boards: 2,
      none: [],
    });
  });

  it('finds an acked answer that the log has lost, and one that it has twice', () => {
    const place = at('submitted');
    const without = withLog(renumbered(room.log.filter((_, i) => i !== place)));
    expect(without.lost).toBe(1);
    const twice = withLog(renumbered([...room.log.slice(0, place + 1), ...room.log.slice(place)]));
    expect(twice.doubled).toBeGreaterThan(0);
  });

  it('finds a gap in the log', () => {
    const log = room.log.map((record) => (record.seq > 5 ? { ...record, seq: record.seq + 1 } : record));
    expect(withLog(log).findings).toContainEqual(expect.stringMatching(/^place 6 of the log holds seq 7$/));
  });

  it('finds a board that is not the fold of the log, on the desk and on the projector', () => {
    const [first] = taught().steps;
    const spoilt = first!.top.map((row) => ({ ...row, points: row.points + 1 }));
    taught().steps[0] = { ...first!, top: spoilt };
    expect(findings()).toEqual([
      expect.stringContaining('the board after step 1'),
      expect.stringContaining("the projector's board after step 1"),
    ]);
    taught().steps[0] = first!;
    taught().projected.length = 0;
    expect(findings()).toEqual([expect.stringContaining("the projector's board")]);
  });

  it('finds a count of answers, a podium and a review that are others', () => {
    taught().steps[0] = { ...taught().steps[0]!, answered: 1 };
    expect(findings()).toEqual([expect.stringContaining('the answers to step 1')]);
    taught().steps[0] = { ...taught().steps[0]!, answered: 2 };
    taught().podium = [];
    expect(findings()).toEqual([expect.stringContaining('the podium')]);
  });

  it('finds a phone that was shown less than before', () => {
    for (const seq of [7, 6]) listening('bo').look({ seq, upToDate: true });
    expect(findings()).toEqual(['bo was shown 6 after 7']);
  });

  it('finds codes that nobody may be told, and counts all', () => {
    const { code } = listening('ada');
    for (const given of ['server-moved', 'server-moved', 'unknown-code'] as const) code(given);
    const { codes, findings: found } = judged(seen);
    expect([...codes]).toEqual([
      ['server-moved', 2],
      ['unknown-code', 1],
    ]);
    expect(found).toEqual(['ada was told unknown-code (1)']);
  });

  it('finds a step that was said to be closed while it was open, and only then', async () => {
    const refuse = async (sent: number, told: number) => {
      now = sent;
      await listening('ada').wait(0, () => {
        now = told;
        return Promise.resolve({ ok: false, code: 'step-not-open' });
      });
    };
    await refuse(50, 200);
    await refuse(800, 950);
    expect(findings()).toEqual([]);
    await refuse(200, 300);
    expect(findings()).toEqual(['ada was told step-not-open while step 0 was open']);
  });

  it('finds somebody who has answered, it is said, and has not', async () => {
    const refused = () => Promise.resolve({ ok: false, code: 'already-answered' } as const);
    await listening('ada').wait(0, refused);
    expect(findings()).toEqual([]);
    await listening('ada').wait(1, refused);
    expect(findings()).toEqual(['ada was told already-answered in step 1, and has not answered']);
  });
});
