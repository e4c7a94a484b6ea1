import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UNSET, type Network } from '#shared/activities/gate-network/config';
import { givenTo, standing, startWith } from '#shared/activities/gate-network/given';
import { grade } from '#shared/activities/gate-network/grade';
import { codesOf, holds, neuronsOf, passes } from '#shared/activities/gate-network/network';
import { networkOf, wayOf, ways, waysOnce } from '#shared/activities/gate-network/ways';
import { bestOf, CORNER_MARGIN, margin } from '#shared/activities/neuron/margin';
import { fires, settable, STEP, type Neuron } from '#shared/activities/neuron/neuron';
import { cornerGates, cornerOf, rowsOf, type CornerGate } from '#shared/activities/neuron/truth-table';
import { derive } from '#shared/rng';
import { bound } from '../../support/bound';
import { SEED } from '../../support/session';

const free = { gate: 'xor', given: false } as const;
const own = { gate: 'xor', given: true } as const;
const seats = Array.from({ length: 400 }, (_, i) => derive(SEED, `seat/${i}`));
const seat = seats[0]!;
const corners = rowsOf('xor').map(({ x }) => x);
const made = (first: CornerGate, second: CornerGate, output: CornerGate): Network =>
  networkOf({ hidden: [first, second], output });

/** One neuron for each table that a neuron with two inputs can say. */
const everyNeuron: readonly Neuron[] = (() => {
  const marks = (most: number) => Array.from({ length: (2 * most) / STEP + 1 }, (_, i) => i * STEP - most);
  const found = new Map<string, Neuron>();
  for (const w0 of marks(20))
    for (const w1 of marks(20))
      for (const b of marks(30)) {
        const neuron = { w: [w0, w1], b };
        found.set(corners.map((x) => fires(neuron, x)).join(''), neuron);
      }
  return [...found.values()];
})();

test('sixteen ordered pairs of hidden gates lead to XOR, each with one output gate; eight if the order is left out', () => {
  const pairs = ways().map(({ hidden }) => hidden.join());
  expect(pairs).toHaveLength(16);
  expect(new Set(pairs).size).toBe(16);
  expect(waysOnce()).toHaveLength(8);
});

test('the two hidden gates of a way see corners of the square that lie across from each other', () => {
  for (const { hidden } of ways()) {
    const [a, b] = hidden.map((gate) => cornerOf[gate].at);
    expect(a?.map((bit) => 1 - bit)).toEqual(b);
  }
});

test('one neuron with two inputs can say 14 tables, and no two that are not such gates lead to XOR', () => {
  expect(everyNeuron).toHaveLength(14);
  const found = new Set<string>();
  for (const first of everyNeuron)
    for (const second of everyNeuron)
      for (const output of everyNeuron) {
        const network: Network = { hidden: [first, second], output };
        if (holds(network)) found.add(wayOf(network) ?? 'another way');
      }
  expect(found.size).toBe(8);
  expect(found).not.toContain('another way');
});

test('every way has the full margin in all three neurons, over the codes that occur', () => {
  for (const way of ways()) {
    const network = networkOf(way);
    const codes = codesOf(network)?.map(({ x }) => x) ?? [];
    expect(codes).toHaveLength(3);
    const [first, second, output] = neuronsOf(network);
    for (const [neuron, inputs] of [
      [first, corners],
      [second, corners],
      [output, codes],
    ] as const)
      expect(margin(inputs, neuron)).toBeCloseTo(CORNER_MARGIN, 12);
    expect(grade(free, network, { seat })).toEqual({ score: expect.closeTo(1, 12) as number, right: true });
  }
});

test('a code that never occurs takes no margin', () => {
  // (1, 1) does not occur: the line may lie on it.
  const network = made('x0-and-not-x1', 'not-x0-and-x1', 'or');
  const through = { ...network, output: { w: [10, 10], b: -5 } };
  expect(codesOf(through)?.map(({ x }) => x.join())).not.toContain('1,1');
  const apart = { ...network, output: { w: [10, 10], b: -10 } };
  expect(grade(free, apart, { seat })).toEqual({ score: 0.6, right: true });
});

test('the gates of the menu have the widest margin that sliders can be set to', () => {
  for (const gate of cornerGates) {
    const neuron = bestOf(gate);
    expect(settable(neuron)).toBe(true);
    expect(rowsOf(gate).map(({ x }) => fires(neuron, x))).toEqual(rowsOf(gate).map(({ y }) => y));
    expect(margin(corners, neuron)).toBeCloseTo(CORNER_MARGIN, 12);
  }
});

test('all sixteen things that can stand already are dealt, and each leaves two ways open', () => {
  const dealt = new Set(seats.map((one) => JSON.stringify(givenTo(own, one))));
  expect(dealt.size).toBe(16);
  for (const one of dealt) {
    const given = JSON.parse(one) as NonNullable<ReturnType<typeof givenTo>>;
    expect(ways().filter(({ hidden }) => hidden[given.place] === given.gate)).toHaveLength(2);
  }
});

test('what stands already stands, whatever a submission says there', () => {
  const network = fc.constantFrom(...everyNeuron);
  fc.assert(
    fc.property(fc.constantFrom(...seats), network, network, network, (at, a, b, output) => {
      const given = givenTo(own, at)!;
      const sent: Network = { hidden: [a, b], output };
      expect(grade(own, sent, { seat: at })).toEqual(grade(free, standing(given, sent), { seat: at }));
    }),
  );
});

test('nobody sees what stands at another seat, and the projector sees none', () => {
  const { view } = bound('gate-network', own);
  expect(view(null)).toMatchObject({ given: null });
  expect(view(seat)).toMatchObject({ given: givenTo(own, seat) });
});

test('before anybody chose, the network says 1 of every row and is worth nothing', () => {
  const start = startWith(null);
  expect(passes(start).map(({ y }) => y)).toEqual([1, 1, 1, 1]);
  expect(grade(free, start, { seat })).toEqual({ score: 0, right: false });
});

test('while the step is open the picture says how many are XOR, and of no way that it was found', () => {
  const { answers, picture } = bound('gate-network', free);
  const sent = [made('or', 'nand', 'and'), made('nand', 'or', 'and'), made('or', 'and', 'or')];
  const drawn = picture(
    sent.map((submission) => ({ seat, submission, result: null })),
    SEED,
  );
  expect(drawn).toEqual({ all: 3, holding: 2, ways: { 'or + nand': 2 } });
  expect(answers?.whileOpen(drawn)).toEqual({ all: 3, holding: 2, ways: {} });
});

test.each([
  ['OR and AND joined by OR', made('or', 'and', 'or'), 'or-and-or'],
  ['nothing chosen', startWith(null), 'idle'],
  ['an output that nobody chose', { ...made('or', 'nand', 'and'), output: UNSET }, 'output'],
  ['the same gate twice', made('or', 'or', 'and'), 'mixed'],
  ['two gates that see neighbouring corners', made('or', 'x0-and-not-x1', 'and'), 'mixed'],
  [
    'each input passed on',
    {
      hidden: [
        { w: [10, 0], b: -5 },
        { w: [0, 10], b: -5 },
      ] as const,
      output: bestOf('or'),
    },
    'again',
  ],
  ['the right pair and another output', made('or', 'nand', 'or'), 'output'],
  ['a way', made('nor', 'and', 'nor'), null],
])('%s is called %3$s', (_which, network, id) => {
  const named = bound('gate-network', free).grades?.mistakes(network, { seat, secret: SEED }) ?? [];
  expect(named.map((one) => one.id)).toEqual(id === null ? [] : [id]);
});
