import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EventType } from '#shared/session/events';
import { begin, evolve } from '#shared/session/evolve';
import type { SessionState } from '#shared/session/state';
import { audienceOf, common, own, type Audience } from '#shared/session/views';
import type { Role } from '#shared/session/views/types';
import { everyKind } from '../support/every-kind';
import { moves, play, SEATS, stayingOpen } from '../support/moves';
import { Classroom, names } from '../support/session';

const roles: readonly Role[] = ['phone', 'screen', 'desk'];

/** Every view there is, each as it would be sent. */
const viewsOf = (state: SessionState) => ({
  ...Object.fromEntries(roles.map((role) => [role, JSON.stringify(common(state, role, names))])),
  ...Object.fromEntries(SEATS.map((seat) => [seat, JSON.stringify(own(state, seat, names))])),
});

const leftOut = ({ rooms, seats }: Audience): readonly string[] => [
  ...roles.filter((role) => !rooms.includes(role)),
  ...SEATS.filter((seat) => seats === 'none' || (seats !== 'all' && !seats.includes(seat))),
];

test('R58 an event changes only the views of its audience', () => {
  const seen = new Set<EventType>();
  fc.assert(
    fc.property(fc.constantFrom([], stayingOpen), moves, (before, script) => {
      const room = new Classroom(everyKind);
      for (const move of [...before, ...script]) play(room, move);
      const [first, ...rest] = room.log;
      const state = begin(first!);
      let shown: Record<string, string | undefined> = viewsOf(state);
      for (const record of rest) {
        const after: typeof shown = viewsOf(evolve(state, record));
        for (const who of leftOut(audienceOf(record.event)))
          expect(after[who], `${who} after ${record.event.type}`).toBe(shown[who]);
        shown = after;
        seen.add(record.event.type);
      }
    }),
    { numRuns: 600, seed: 58 },
  );
  // Nearly every type of event takes part.
  expect(seen.size).toBeGreaterThanOrEqual(22);
});
