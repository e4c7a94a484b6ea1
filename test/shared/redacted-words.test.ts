import fc from 'fast-check';
import { expect, test } from 'vitest';
import { activityKinds, type ActivityKind } from '#shared/activities/registry';
import type { Lesson } from '#shared/lessons/lesson';
import type { Role } from '#shared/session/views';
import { stepOnStage } from '#shared/session/state';
import { stringsIn, type WithWritten, type Written } from '#shared/words';
import type { Channel } from '../../server/live/channel';
import { Broadcast } from '../../server/live/room/broadcast';
import { activityOf } from '../support/bound';
import { anyStep, everyKind, withOtherSecrets } from '../support/every-kind';
import { moves, play, SEATS, type Move } from '../support/moves';
import { Classroom, names } from '../support/session';

const RUNS = 700;

/** As if every text of a lesson had marks. */
const everyText = (lesson: Lesson): Written =>
  Object.fromEntries([...stringsIn(lesson)].map((text) => [text, `<em>${text}</em>`]));

interface Sent {
  readonly to: string;
  readonly frame: string;
}

/** A class whose frames are kept as they go over the wire. */
class Shown {
  readonly room: Classroom;
  readonly #sent: Sent[] = [];
  readonly #broadcast: Broadcast;

  constructor(lesson: Lesson) {
    this.room = new Classroom(lesson, { written: everyText(lesson) });
    const keep = (to: string, frame: string) => void this.#sent.push({ to, frame });
    const channel: Channel = {
      ...{
        greet: () => undefined,
        pulse: () => undefined,
        roster: () => undefined,
        dismiss: () => undefined,
        dismissAll: () => undefined,
      },
      toRoom: keep,
      toSeat: (seat, { beginning, end }) => keep(seat, beginning + end()),
    };
    this.#broadcast = new Broadcast(channel, names, () => this.room.here);
  }

  /** What a move has everybody sent, and at last the whole of what somebody who comes then would see. */
  play(move: Move): readonly Sent[] {
    const { room } = this;
    const before = room.log.length;
    play(room, move);
    const { state } = room;
    this.#broadcast.publish(state, room.log.slice(before), room.at, new Map())?.();
    if (room.log.length > before) for (const role of ROLES) this.#look(role);
    return this.#sent.splice(0);
  }

  #look(role: Role): void {
    const { state, at } = this.room;
    const seat = role === 'phone' ? (SEATS[0] ?? null) : null;
    this.#sent.push({ to: `${role} anew`, frame: this.#broadcast.whole(state, role, seat, at) });
  }
}

const ROLES: readonly Role[] = ['phone', 'screen', 'desk'];

/** Where a step of a kind can be on stage: one that nobody answers is shown at once. */
const phasesOf = (kind: ActivityKind): readonly string[] =>
  'answers' in activityOf(kind) ? ['waiting', 'open', 'closed'] : ['shown'];

const toTheClass = (sent: readonly Sent[]) => sent.filter(({ to }) => !to.startsWith('desk'));

/** HTML comes for the texts of a frame, for all of them, and for no other. */
function expectOwn(frame: string, written: Written): void {
  const { written: told = {}, ...rest } = JSON.parse(frame) as WithWritten<object>;
  const marked = [...stringsIn(rest)].filter((text) => Object.hasOwn(written, text));
  expect(Object.keys(told).sort()).toEqual([...new Set(marked)].sort());
}

test('before its reveal nothing that is secret in a step changes a byte of the HTML that phones and projector get', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyStep, moves, (secretStep, script) => {
      const one = new Shown(everyKind);
      const two = new Shown(withOtherSecrets(everyKind, secretStep));
      for (const move of script) {
        const [shown, other] = [one.play(move), two.play(move)];
        const current = stepOnStage(one.room.state);
        if (current) seen.add(`${current.step.activity.kind} ${current.step.phase}`);
        if (one.room.state.steps[secretStep]?.phase === 'revealed') return;
        expect(toTheClass(other)).toEqual(toTheClass(shown));
      }
    }),
    { numRuns: RUNS, seed: 59 },
  );
  for (const kind of activityKinds)
    for (const phase of phasesOf(kind)) expect(seen).toContain(`${kind} ${phase}`);
});

test('a frame has the HTML of all texts that stand in it, and of no other', () => {
  const written = everyText(everyKind);
  let frames = 0;
  fc.assert(
    fc.property(moves, (script) => {
      const shown = new Shown(everyKind);
      for (const { frame } of script.flatMap((move) => shown.play(move))) {
        expectOwn(frame, written);
        frames += 1;
      }
    }),
    { numRuns: 25, seed: 60 },
  );
  expect(frames).toBeGreaterThan(1_000);
});
