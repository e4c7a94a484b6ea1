import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Changes } from '#shared/protocol';
import { begin, evolve } from '#shared/session/evolve';
import {
  audienceOf,
  changed,
  changesOf,
  common,
  own,
  ownChanges,
  ownOfAll,
  partsOf,
  staged,
  textOf,
} from '#shared/session/views';
import { everyKind } from '../support/every-kind';
import { moves, play, SEATS } from '../support/moves';
import { Classroom, names } from '../support/session';

const roles = ['phone', 'screen', 'desk'] as const;
const json = (value: object): object => JSON.parse(JSON.stringify(value)) as object;

/** Plays scripts, and hands each classroom to `look`. */
function inEveryScript(look: (room: Classroom) => void) {
  fc.assert(
    fc.property(moves, (script) => {
      const room = new Classroom(everyKind);
      for (const move of script) play(room, move);
      look(room);
    }),
    { numRuns: 200, seed: 20 },
  );
}

test('a view and what was told of its changes are the new view, for every role and after every event', () => {
  inEveryScript((room) => {
    const [first, ...rest] = room.log;
    const state = begin(first!);
    const shown = new Map(roles.map((role) => [role, json(common(state, role, names))]));
    const texts = new Map(roles.map((role) => [role, partsOf(common(state, role, names))]));
    for (const record of rest) {
      evolve(state, record);
      for (const role of roles) {
        const after = common(state, role, names);
        const told = changesOf(texts.get(role)!, partsOf(after));
        if (told !== null) shown.set(role, changed(shown.get(role)!, JSON.parse(told) as Changes<object>));
        texts.set(role, partsOf(after));
        expect(shown.get(role)).toEqual(json(after));
      }
    }
  });
});

test('the parts that an event names are enough to keep a seat’s own view true', () => {
  inEveryScript((room) => {
    const [first, ...rest] = room.log;
    const state = begin(first!);
    const shown = new Map(SEATS.map((seat) => [seat, own(state, seat, names)]));
    for (const record of rest) {
      evolve(state, record);
      const { seats, own: parts } = audienceOf(record.event, state);
      for (const seat of SEATS) {
        const before = shown.get(seat);
        const concerned = seats === 'all' || (seats !== 'none' && seats.includes(seat));
        if (!before || parts === 'all') shown.set(seat, own(state, seat, names));
        else if (concerned) shown.set(seat, changed(before, ownChanges(state, seat, parts) ?? {}));
        expect(shown.get(seat) ?? null).toEqual(own(state, seat, names));
      }
    }
  });
});

test('what the stage has made of all is what each seat is shown, with nothing of its own', () => {
  let same = 0;
  inEveryScript((room) => {
    const [first, ...rest] = room.log;
    const state = begin(first!);
    for (const record of rest) {
      const before = SEATS.map((seat) => own(state, seat, names));
      evolve(state, record);
      if (audienceOf(record.event, state).own !== staged) continue;
      const told = ownOfAll(state);
      if (told === null) continue;
      same += 1;
      for (const [i, seat] of SEATS.entries()) {
        const view = before[i];
        if (view) expect(changed(view, told)).toEqual(own(state, seat, names));
        expect(JSON.stringify(told)).not.toContain(seat);
      }
    }
  });
  expect(same).toBeGreaterThan(100);
});

test('all parts of a view together are the view', () => {
  const room = new Classroom(everyKind);
  const view = common(room.state, 'desk', names);
  expect(JSON.parse(textOf(partsOf(view)))).toEqual(json(view));
});
