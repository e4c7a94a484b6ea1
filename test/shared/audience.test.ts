import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EventType } from '#shared/session/events';
import { begin, evolve } from '#shared/session/evolve';
import type { SessionState } from '#shared/session/state';
import { audienceOf, common, own, partsOf, type Audience } from '#shared/session/views';
import type { Role } from '#shared/session/views/types';
import { everyKind } from '../support/every-kind';
import { moves, play, SEATS, stayingOpen } from '../support/moves';
import { Classroom, names } from '../support/session';

const roles: readonly Role[] = ['phone', 'screen', 'desk'];

type Texts = Readonly<Record<string, string>>;

/** Every view there is, each as it would be sent: a room's as a whole, a seat's in parts. */
function viewsOf(state: SessionState): Texts {
  const rooms = roles.map((role) => [role, JSON.stringify(common(state, role, names))]);
  const seats = SEATS.flatMap((seat) =>
    Object.entries(partsOf(own(state, seat, names) ?? {})).map(([part, text]) => [`${seat} ${part}`, text]),
  );
  return Object.fromEntries([...rooms, ...seats]) as Texts;
}

/** Whether what stands under `name` may be another after an event with this audience. */
function mayChange({ rooms, seats, own: parts }: Audience, name: string): boolean {
  const [who = '', part = ''] = name.split(' ');
  if (part === '') return rooms.includes(who as Role);
  const concerned = seats === 'all' || (seats !== 'none' && seats.includes(who));
  return concerned && (parts === 'all' || parts.some((one) => one === part || part.startsWith(`${one}.`)));
}

test('R58 an event changes only the views of its audience, and of a seat’s own view only its parts', () => {
  const seen = new Set<EventType>();
  fc.assert(
    fc.property(fc.constantFrom([], stayingOpen), moves, (before, script) => {
      const room = new Classroom(everyKind);
      for (const move of [...before, ...script]) play(room, move);
      const [first, ...rest] = room.log;
      const state = begin(first!);
      let shown = viewsOf(state);
      for (const record of rest) {
        const after = viewsOf(evolve(state, record));
        const audience = audienceOf(record.event, state);
        const untold = Object.keys({ ...shown, ...after }).filter(
          (name) => after[name] !== shown[name] && !mayChange(audience, name),
        );
        if (untold.length > 0) expect(untold, `after ${record.event.type}`).toEqual([]);
        shown = after;
        seen.add(record.event.type);
      }
    }),
    { numRuns: 600, seed: 58 },
  );
  // Nearly every type of event takes part.
  expect(seen.size).toBeGreaterThanOrEqual(22);
});
