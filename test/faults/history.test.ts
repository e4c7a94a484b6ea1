import { beforeEach, describe, expect, it } from 'vitest';
import type { LoggedEvent } from '#shared/session/events';
import type { OwnView } from '#shared/session/views';
import { bestNeuron, gate, lessonOf, picks, silentNeuron, single } from '../support/lesson';
import { classOf, names, type Classroom } from '../support/session';
import { ownOnPhone } from '../support/own';
import { verify } from './history';
import type { PhoneHistory, SentAnswer } from './history/told';

let room: Classroom;
let phones: Record<'ada' | 'bo', { sent: SentAnswer[]; revealed: Map<number, OwnView>; end: OwnView | null }>;

const seats = ['ada', 'bo'] as const;
const screen = (seat: string) => JSON.parse(JSON.stringify(ownOnPhone(room.state, seat, names))) as OwnView;

/** A phone answers and is told what became of it. */
function answer(seat: 'ada' | 'bo', step: number, id: string, submission: unknown): void {
  const outcome = room.submit(seat, step, submission, `${seat}/${id}`);
  const told =
    typeof outcome === 'string'
      ? ({ ok: false, code: outcome } as const)
      : ({ ok: true, seq: room.state.seq } as const);
  phones[seat].sent.push({ id, step, submission, told });
}

function reveal(step: number): void {
  room.host({ type: 'close', step });
  room.host({ type: 'reveal', step });
  for (const seat of seats) phones[seat].revealed.set(step, screen(seat));
}

/** A choice, then a gate, played honestly. */
beforeEach(() => {
  room = classOf(lessonOf(single(), gate()), seats);
  const fresh = () => ({ sent: [], revealed: new Map<number, OwnView>(), end: null });
  phones = { ada: fresh(), bo: fresh() };
  room.opened(0);
  answer('ada', 0, 'first', picks('c'));
  answer('bo', 0, 'first', picks('a'));
  answer('bo', 0, 'refused', picks('c'));
  reveal(0);
  room.opened(1);
  answer('ada', 1, 'early', silentNeuron);
  answer('ada', 1, 'late', bestNeuron);
  reveal(1);
  room.host({ type: 'end' });
  for (const seat of seats) phones[seat].end = screen(seat);
});

const histories = (): PhoneHistory[] => seats.map((seat) => ({ seat, ...phones[seat] }));
const judged = (log: readonly LoggedEvent[] = room.log) => verify(histories(), log, names);

/** The log with one record changed, or gone where `change` gives null; places stay without a gap. */
const altered = (at: number, change: (record: LoggedEvent) => LoggedEvent | null): LoggedEvent[] =>
  room.log
    .flatMap((record, i) => (i === at ? (change(record) ?? []) : record))
    .map((record, i) => ({ ...record, seq: i + 1 }));
const placeOf = (command: string) => room.log.findIndex((record) => record.command === command);

describe('a history that is held against the log', () => {
  it('is right where every answer was kept and shown, also one that a later one replaced', () => {
    expect(judged()).toEqual({ acked: 4, lost: 0, doubled: 0, findings: [] });
  });

  it('finds an acked answer that the log does not have', () => {
    const { lost, findings } = judged(altered(placeOf('ada/early'), () => null));
    expect(lost).toBe(1);
    expect(findings[0]).toBe('the answer early of ada to step 1 was acked and is not in the log');
  });

  it('finds an answer that is in the log twice', () => {
    const again = room.log[placeOf('ada/late')] as LoggedEvent;
    const at = placeOf('ada/late');
    const log = [...room.log.slice(0, at), again, ...room.log.slice(at)].map((r, i) => ({
      ...r,
      seq: i + 1,
    }));
    const { doubled, findings } = judged(log);
    expect(doubled).toBe(1);
    expect(findings).toContain('the command ada/late is in the log twice');
  });

  it('finds a second answer where only one is taken', () => {
    const at = placeOf('ada/first');
    const again = { ...(room.log[at] as LoggedEvent), command: 'ada/second' };
    phones.ada.sent.push({ id: 'second', step: 0, submission: picks('c'), told: null });
    const log = [...room.log.slice(0, at), again, ...room.log.slice(at)].map((r, i) => ({
      ...r,
      seq: i + 1,
    }));
    expect(judged(log).findings).toContainEqual(expect.stringContaining('a second answer of ada to step 0'));
  });

  it('finds an answer that no phone sent', () => {
    phones.bo.sent.splice(0, 1);
    const { doubled, findings } = judged();
    expect(doubled).toBe(1);
    expect(findings).toEqual([expect.stringMatching(/^nobody sent the answer of bo at \d+$/)]);
  });

  it('finds an answer that became another one', () => {
    const at = placeOf('bo/first');
    const log = altered(at, (r) => ({
      ...r,
      event: { ...r.event, submission: picks('b') } as typeof r.event,
    }));
    expect(judged(log).findings).toContain('the answer first of bo to step 0 is another one in the log');
  });

  it('finds a refused answer that is in the log all the same', () => {
    const refused = phones.bo.sent[1] as SentAnswer;
    phones.bo.sent[1] = { ...refused, id: 'first' };
    expect(judged().findings).toContain(
      'the answer first of bo to step 0 was refused (already-answered) and is in the log',
    );
  });

  it('finds an ack for a place before the answer’s own', () => {
    const [first] = phones.ada.sent;
    phones.ada.sent[0] = { ...(first as SentAnswer), told: { ok: true, seq: 1 } };
    expect(judged().findings).toEqual([expect.stringContaining('was acked for 1 and is in the log at')]);
  });

  it('finds a place that is not the one of the board', () => {
    const shown = phones.bo.end as OwnView;
    phones.bo.end = { ...shown, place: { ...shown.place!, rank: 1 } };
    expect(judged().findings).toEqual([expect.stringContaining('at the end bo showed the place {"rank":1,')]);
  });

  it('finds a result and an answer that are not those of the log', () => {
    const shown = phones.ada.revealed.get(1) as OwnView;
    phones.ada.revealed.set(1, { ...shown, step: { ...shown.step!, submission: silentNeuron } });
    expect(judged().findings).toEqual([
      expect.stringContaining('at the reveal of step 1 ada showed the answer'),
    ]);
    phones.ada.revealed.set(1, { ...shown, step: { ...shown.step!, result: null } });
    expect(judged().findings).toEqual([expect.stringContaining('ada showed the result null instead of')]);
  });
});
