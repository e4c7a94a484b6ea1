import fc from 'fast-check';
import { expect, test } from 'vitest';
import { momentsOf, Reel } from '#shared/session/replayed';
import { common, pulse } from '#shared/session/views';
import { bestNeuron, gate, lessonOf, picks, silentNeuron, single } from '../support/lesson';
import { Classroom, names } from '../support/session';

interface Shown {
  readonly view: string;
  readonly pulse: string;
  readonly board: string;
}

const boardOf = (room: Classroom) =>
  room.state.board.map(({ seat, rank, share, points, right }) => ({
    ...{ seat, rank, share, points, right },
    name: names(`row-${seat}`),
  }));

const shownBy = (room: Classroom): Shown => ({
  view: JSON.stringify(common(room.state, 'screen', names)),
  // Open pictures are whole: nobody copies any more.
  pulse: JSON.stringify(pulse(room.state, { here: () => true, drafts: new Map(), past: true })),
  board: JSON.stringify(boardOf(room)),
});

/** A session of two steps; what projector and board showed after each of its commands, by seq. */
function played() {
  const room = new Classroom(lessonOf(single(), gate()));
  const shown = new Map([[1, shownBy(room)]]);
  const does: (() => unknown)[] = [
    () => room.join('ada'),
    () => room.join('ben'),
    () => room.go({ at: 'step', step: 0 }),
    () => room.host({ type: 'open', step: 0 }),
    () => room.wait(900).submit('ada', 0, picks('c')),
    () => room.wait(900).submit('ben', 0, picks('a')),
    () => room.host({ type: 'close', step: 0 }),
    () => room.host({ type: 'reveal', step: 0 }),
    () => room.go({ at: 'board', step: 0 }),
    () => room.opened(1),
    () => room.wait(500).submit('ben', 1, silentNeuron),
    () => room.wait(500).submit('ben', 1, bestNeuron),
    () => room.host({ type: 'kick', seat: 'ada' }),
    () => room.host({ type: 'close', step: 1 }),
    () => room.host({ type: 'reveal', step: 1 }),
    () => room.go({ at: 'podium' }),
    () => room.host({ type: 'end' }),
  ];
  for (const act of does) {
    act();
    shown.set(room.state.seq, shownBy(room));
  }
  return { room, shown };
}

const asShown = (reel: Reel, seq: number): Shown => {
  const { view, pulse: counted, board } = reel.at(seq, names);
  return { view: JSON.stringify(view), pulse: JSON.stringify(counted), board: JSON.stringify(board) };
};

test('R61 a replay shows after every event what projector and board showed', () => {
  const { room, shown } = played();
  const reel = new Reel(room.log);
  for (const [seq, then] of shown) expect(asShown(reel, seq)).toEqual(then);
});

test('R61 a replay can be scrubbed in any order', () => {
  const { room, shown } = played();
  const reel = new Reel(room.log);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...shown.keys()), { minLength: 2 }), (seqs) => {
      for (const seq of seqs) expect(asShown(reel, seq)).toEqual(shown.get(seq));
    }),
  );
});

test('R61 a seq beyond the end shows the end, one before the start the start', () => {
  const { room } = played();
  const reel = new Reel(room.log);
  expect(reel.at(10_000, names).seq).toBe(room.state.seq);
  expect(reel.at(0, names).seq).toBe(1);
});

test('R61 the time line names every event with its step and whose it was', () => {
  const { room } = played();
  const moments = momentsOf(room.log, room.state, names);
  expect(moments.map(({ seq }) => seq)).toEqual(room.log.map(({ seq }) => seq));
  expect(
    moments.filter(({ type }) => type === 'submitted').map(({ at, step, name }) => [at, step, name]),
  ).toEqual([
    [900, 0, 'Name of row-ada'],
    [1_800, 0, 'Name of row-ben'],
    [2_300, 1, 'Name of row-ben'],
    [2_800, 1, 'Name of row-ben'],
  ]);
  expect(moments.find(({ type }) => type === 'stage-entered')).toMatchObject({ step: 0, name: null });
});
