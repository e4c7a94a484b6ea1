import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bindStep } from '#shared/activities/registry';
import { bars, digits } from '#shared/activities/race/families/cnn/samples';
import { circle, penguins } from '#shared/activities/race/families/mlp/samples';
import { co2, temperatures } from '#shared/activities/race/families/rnn/samples';
import { WINDOWS } from '#shared/activities/race/families/rnn/config';
import { tokens } from '#shared/activities/race/families/transformer/samples';
import { bots } from '#shared/activities/race/bots';
import type { Config } from '#shared/activities/race/config';
import { familyOf } from '#shared/activities/race/families';
import { rulesOf } from '#shared/activities/race/rules';
import { rng } from '#shared/rng';
import { replay } from '#shared/session/evolve';
import { readEvent, type StoredEvent } from '#shared/session/upcast';
import { networkOf } from '#shared/training/families';
import { inputsOf } from '#shared/training/samples';
import type { TrainingResult } from '#shared/training/request';
import { trainByKernel } from '../support/kernel';
import { SEED } from '../support/session';

interface Finished {
  readonly type: string;
  readonly step: number;
  readonly job: { readonly key: string };
  readonly result: TrainingResult;
}

const { events } = JSON.parse(
  gunzipSync(readFileSync('test/fixtures/release-0.1/log.json.gz')).toString(),
) as { readonly events: readonly (StoredEvent & { readonly body: string })[] };
const { steps } = replay(events.map(readEvent));
const finished = events
  .map(({ body }) => JSON.parse(body) as Finished)
  .filter(({ type }) => type === 'job-finished');

describe('a race that was recorded with four runs', () => {
  test('trains to the very results that its log holds', () => {
    expect(finished.length).toBeGreaterThan(3);
    for (const { step, job, result } of finished) {
      const { activity, secret } = steps[step]!;
      const request = activity.trains!.job(JSON.parse(job.key), secret);
      expect(request.seeds).toHaveLength(4);
      expect(trainByKernel(request)).toMatchObject(result);
    }
  });

  test('is graded as it was', () => {
    for (const { step, job, result } of finished) {
      const { activity, secret } = steps[step]!;
      const submission: unknown = JSON.parse(job.key);
      const { trains, grades } = activity;
      const again = trainByKernel(trains!.job(submission, secret));
      const worth = (one: TrainingResult) => grades!.grade(submission, { seat: SEED, secret, result: one });
      expect(worth(again)).toEqual(worth(result));
    }
  });
});

describe('a race', () => {
  const jobOf = (version: number, config: Config) => {
    const made = bindStep({ kind: 'race', version, config });
    if (!made.ok) throw new Error(made.error);
    return made.value.trains!.job(familyOf(config).good(), SEED);
  };

  test('of version 2 has eight runs, the first four of which were those of version 1', () => {
    const [before, today] = [jobOf(1, circle), jobOf(2, circle)];
    expect(today.seeds).toHaveLength(8);
    expect(before.seeds).toEqual(today.seeds.slice(0, 4));
    expect({ ...today, seeds: [] }).toEqual({ ...before, seeds: [] });
  });

  const shareOf = (part: { readonly y: readonly number[] }, name: number) =>
    part.y.filter((y) => y === name).length / part.y.length;

  test('on penguins or digits is judged by as large a part of each class in public as in private', () => {
    for (const config of [penguins, digits]) {
      const { open, hidden } = jobOf(2, config);
      for (const name of new Set(hidden.y)) expect(shareOf(open, name)).toBeCloseTo(shareOf(hidden, name), 1);
    }
    const { train } = jobOf(2, digits);
    expect(new Set(train.y.map((name) => train.y.filter((y) => y === name).length)).size).toBeLessThan(6);
  });

  test('on a series has as many windows as it says, and refuses to say more', () => {
    for (const config of [co2, temperatures]) {
      expect(jobOf(2, config).train.y).toHaveLength(WINDOWS[config.data]);
      const less = { ...config, samples: 100 };
      expect(jobOf(2, less).train.y).toEqual(jobOf(2, config).train.y.slice(-100));
      const more = { ...config, samples: WINDOWS[config.data] + 1 };
      expect(bindStep({ kind: 'race', version: 2, config: more }).ok).toBe(false);
    }
  });

  test('of any family is paid for by the parameters that its network has', () => {
    for (const config of [circle, bars, digits, co2, tokens]) {
      const train = familyOf(config).parts(SEED).train;
      for (let i = 0; i < 12; i++) {
        const submission = bots.random(config, rng(SEED, `paid ${i}`));
        const { parameters, choice } = rulesOf(config);
        expect(parameters(submission)).toBe(networkOf(choice(submission), inputsOf(train)).parameterCount);
      }
    }
  });
});
