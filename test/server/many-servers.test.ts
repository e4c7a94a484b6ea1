import { expect, it } from 'vitest';
import { answeredSteps } from '../cluster/lesson';
import { BACK, play } from '../cluster/play';

/** Each server is the home of a session, or one of them is of all: whichever it is, it is killed. */
const plan = [0, 1].map((server) => ({ kind: 'kill', servers: [server], gone: 500, calm: 500 }) as const);

it('goes on with every lesson when one of two servers is killed: nothing acked is lost, and everybody is back', async () => {
  const said: string[] = [];
  const { findings, acked, lost, doubled, kills, lines, boards } = await play({
    ...{ seed: 'two servers', proxy: 'ours', servers: 2, plan },
    ...{ rooms: 2, phones: 10, steps: answeredSteps.slice(0, 3), thought: 400 },
    say: (line) => void said.push(line),
  });
  expect(findings, said.join('\n')).toEqual([]);
  expect({ lost, doubled, kills }).toEqual({ lost: 0, doubled: 0, kills: 2 });
  expect(acked).toBeGreaterThan(20);
  expect(boards).toBeGreaterThan(4);
  expect(lines.length).toBeGreaterThanOrEqual(20);
  expect(lines.every(({ whole }) => whole <= BACK)).toBe(true);
});
