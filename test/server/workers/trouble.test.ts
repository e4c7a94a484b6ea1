import { afterEach, describe, expect, it } from 'vitest';
import { train } from '#shared/training/train';
import { openPool, type Pool } from '../../../server/workers/pool';
import { requestOf } from '../../support/jobs';
import { kernelModule } from '../../support/kernel';
import { threadScript } from '../../support/threads';
import { epochsOf, impatientWith, troubles } from '../../support/trouble';

const JOBS = 30;

let pool: Pool;
let failures: unknown[];

const open = (threads: number) => {
  failures = [];
  pool = openPool(threadScript('troubled'), {
    kernel: kernelModule(),
    ...{ threads, memory: 32, patience: impatientWith('loops') },
    onFailed: (error) => failures.push(error),
  });
};

afterEach(() => pool.close());

/** Thirty jobs; every third one meets a trouble in its first tries, each trouble in its turn. */
const jobs = Array.from({ length: JOBS }, (_, i) => ({
  fine: requestOf(i + 1),
  trouble: i % 3 === 2 ? troubles[((i + 1) / 3) % troubles.length] : undefined,
}));

/** What each job came to, and how often it was tried; `bad`: so many of its first tries are. */
function played(bad: number) {
  return Promise.all(
    jobs.map(async ({ fine, trouble }, i) => {
      let tries = 0;
      const request = () => {
        tries += 1;
        return trouble !== undefined && tries <= bad ? requestOf(epochsOf(trouble)) : fine;
      };
      const result = await pool.train({ session: 'one', device: `seat ${i % 10}`, job: `job ${i}`, request });
      return { result, tries };
    }),
  );
}

describe.each([1, 3])('thirty jobs on %i threads, every third of which meets a bad one', (threads) => {
  it('end once each: what stays bad is tried twice and has failed, all others are trained in one try', async () => {
    open(threads);
    const expected = jobs.map(({ fine, trouble }) =>
      trouble === undefined ? { result: train(fine), tries: 1 } : { result: null, tries: 2 },
    );
    expect(await played(2)).toEqual(expected);
    expect(failures).toHaveLength(20);
  });

  it('end well where the second try is good', async () => {
    open(threads);
    const expected = jobs.map(({ fine, trouble }) => ({
      result: train(fine),
      tries: trouble === undefined ? 1 : 2,
    }));
    expect(await played(1)).toEqual(expected);
    expect(failures).toHaveLength(10);
  });
});

it('threads that ended leave nothing behind in the memory of the server', async () => {
  open(2);
  const kinds = ['throws', 'ends', 'not finite'] as const;
  const endThreads = async (round: number) => {
    for (const kind of kinds) {
      const request = requestOf(epochsOf(kind));
      const job = `${kind} ${round}`;
      expect(await pool.train({ session: 'one', device: 'ada', job, request: () => request })).toBeNull();
    }
  };
  const grown: number[] = [];
  for (let round = 0; round < 10; round++) {
    await endThreads(round);
    grown.push(process.memoryUsage().rss / 1e6);
  }
  const [early, late] = [grown.slice(1, 5), grown.slice(5)].map((part) => Math.min(...part)) as [
    number,
    number,
  ];
  console.info(`${failures.length} threads ended: ${early.toFixed(0)} MB, later ${late.toFixed(0)} MB`);
  // A thread holds some 5 MB: the 30 of the second half would hold 150.
  expect(late - early).toBeLessThan(60);
});
