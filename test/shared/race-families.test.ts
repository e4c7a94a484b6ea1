import { describe, expect, test } from 'vitest';
import { moons } from '#shared/activities/race/families/linear/samples';
import { circle } from '#shared/activities/race/families/mlp/samples';
import { keyOf } from '#shared/activities/race/rules';
import { judge as judgedBy } from '#shared/activities/bound';
import { race } from '#shared/activities/race/index';
import { derive } from '#shared/rng';
import { pendingJobs } from '#shared/session/ledger/jobs';
import { bound } from '../support/bound';
import { lessonOf, single } from '../support/lesson';
import { classOf, SEED } from '../support/session';

const seeds = { seat: derive(SEED, 'seat'), secret: derive(SEED, 'secret') };
const network = { layers: [4], rate: 0.1, epochs: 30 };
const line = { family: 'linear', rate: 0.1, epochs: 2 };

const judge = (config: unknown, submission: unknown) =>
  judgedBy(bound('race', config), submission, null, seeds);

/** The key under which the log keeps what was trained. */
function jobKeyOf(config: unknown, submission: unknown): string | undefined {
  const room = classOf(lessonOf(single({ id: 'race', kind: 'race', config })), ['ada']).opened(0);
  room.submit('ada', 0, submission);
  return pendingJobs(room.state)[0]?.job.key;
}

describe('a submission of the time before there were families', () => {
  test.each([
    [network, '{"layers":[4],"rate":0.1,"epochs":30}'],
    [{ epochs: 1, rate: 5, layers: [] }, '{"layers":[],"rate":5,"epochs":1}'],
  ])('%j is an mlp, and its job is known by the same words', (submission, key) => {
    expect(judge(circle, submission)).toEqual({ ok: true, value: { submission, outcome: 'pending' } });
    expect(jobKeyOf(circle, submission)).toBe(key);
  });

  test('so does one with everything that an expert may set', () => {
    const freed = { ...circle, freed: { activation: true, batch: true } };
    const submission = { ...network, activation: 'relu', batch: 25 };
    expect(jobKeyOf(freed, submission)).toBe(
      '{"layers":[4],"rate":0.1,"epochs":30,"activation":"relu","batch":25}',
    );
  });

  test('is the only way to write an mlp: two keys for one network would be two attempts', () => {
    const named = { family: 'mlp', ...network };
    expect(judge(circle, named)).toEqual({ ok: false, error: 'submission-invalid' });
  });
});

describe('a submission of another family', () => {
  test('does not fit the step, either way round', () => {
    expect(judge(circle, line)).toEqual({ ok: false, error: 'submission-invalid' });
    expect(judge(moons, network)).toEqual({ ok: false, error: 'submission-invalid' });
  });

  test('has another key, whatever its numbers', () => {
    expect(jobKeyOf(moons, line)).toBe('{"family":"linear","rate":0.1,"epochs":2}');
    expect(keyOf({ family: 'linear', rate: 0.1, epochs: 2 })).not.toBe(
      keyOf({ layers: [], rate: 0.1, epochs: 2 }),
    );
  });
});

test('a configuration names its family, and has that family’s data alone', () => {
  const { family: _family, ...nameless } = circle;
  for (const config of [
    nameless,
    { ...circle, family: 'cnn' },
    { ...moons, data: 'circle' },
    { ...circle, data: 'bars' },
    { ...circle, family: 'transformer' },
  ])
    expect(race.bind(config).ok).toBe(false);
});

test('a linear network of the plane is paid for as two weights and a bias', () => {
  expect(judge({ ...moons, energy: { max: moons.samples * 2 * 3, par: 3 } }, line).ok).toBe(true);
  expect(judge({ ...moons, energy: { max: moons.samples * 2 * 3 - 1, par: 3 } }, line)).toEqual({
    ok: false,
    error: 'over-energy',
  });
});
