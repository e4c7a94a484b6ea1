import * as v from 'valibot';
import { expect, test } from 'vitest';
import { submission as gateSubmission } from '#shared/activities/gate/config';
import { settable, STEP } from '#shared/activities/neuron/neuron';
import { rightRows, rowsOf } from '#shared/activities/neuron/truth-table';
import { submission as proofSubmission, type Proof } from '#shared/activities/xor-proof/config';
import { check, closed, grade } from '#shared/activities/xor-proof/grade';

const config = { proof: 'xor' } as const;
const line = { w: [10, 10], b: -5 };
const signs: Proof['signs'] = [0, 1, 1, 0];
const pairs: Proof['pairs'] = [
  [0, 3],
  [1, 2],
];
const proof = (part: Partial<Proof>): Proof => ({ line: null, signs: null, pairs: null, ...part });

test.each<[string, Proof | null, Proof, string]>([
  ['a line first', null, proof({ line }), 'ok'],
  ['then the signs', proof({ line }), proof({ line, signs }), 'ok'],
  ['then the pairs', proof({ line, signs }), proof({ line, signs, pairs }), 'ok'],
  ['the signs without a line, after a long try', null, proof({ signs }), 'ok'],
  ['the same part once more', proof({ line }), proof({ line }), 'ok'],
  ['another line', proof({ line }), proof({ line: { w: [5, 5], b: 0 } }), 'already-answered'],
  ['other signs', proof({ signs }), proof({ signs: [0, 0, 0, 0] }), 'already-answered'],
  ['a part taken back', proof({ line, signs }), proof({ line }), 'already-answered'],
  ['a line after the signs', proof({ signs }), proof({ line, signs }), 'submission-invalid'],
  ['pairs without signs', proof({ line }), proof({ line, pairs }), 'submission-invalid'],
  ['nothing', null, proof({}), 'submission-invalid'],
])('%s', (_name, previous, now, outcome) => {
  const checked = check(config, now, previous);
  expect(checked.ok ? 'ok' : checked.error).toBe(outcome);
});

test('no setting of the sliders gets four rows right', () => {
  const rows = rowsOf('xor');
  let most = 0;
  for (let w0 = -20; w0 <= 20; w0 += STEP)
    for (let w1 = -20; w1 <= 20; w1 += STEP)
      for (let b = -30; b <= 30; b += STEP) {
        const neuron = { w: [w0, w1], b };
        if (settable(neuron)) most = Math.max(most, rightRows(rows, neuron));
      }
  expect(most).toBe(3);
});

test('of the three ways to pair the rows only one contradicts itself', () => {
  const ways: Proof['pairs'][] = [
    [
      [0, 1],
      [2, 3],
    ],
    [
      [0, 2],
      [1, 3],
    ],
    pairs,
  ];
  expect(ways.map((way) => closed(proof({ signs, pairs: way })))).toEqual([false, false, true]);
});

test('the pairs count only after right signs', () => {
  const wrong = proof({ signs: [1, 1, 1, 0], pairs });
  expect(grade(config, wrong)).toEqual({ score: 0, right: false });
});

test('a line of one kind is not for another', () => {
  expect(v.safeParse(proofSubmission, line).success).toBe(false);
  expect(v.safeParse(gateSubmission, proof({ line })).success).toBe(false);
});
