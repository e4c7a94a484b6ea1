import { describe, expect, test } from 'vitest';
import {
  inDisc,
  TURNS,
  type Config,
  type Submission,
  type Vector,
} from '#shared/activities/attention/config';
import { grade, measure } from '#shared/activities/attention/grade';
import { mistakes } from '#shared/activities/attention/mistakes';
import { others, people } from '#shared/activities/attention/people';
import { corners, ideal, meant, pronouns, towards } from '#shared/activities/attention/pronouns';
import { asked, idealHeads, roleKeys, roles } from '#shared/activities/attention/roles';
import { bots, knows } from '#shared/activities/attention/samples';
import { pronounScore, roleLoss, rolesScore, roleWeights, scoreOf } from '#shared/activities/attention/score';
import { HIDDEN, lossOf, shareOf, trialsOf } from '#shared/activities/attention/sentences';
import { crossEntropy, weightsOf } from '#shared/activities/attention/softmax';
import { startAt } from '#shared/activities/attention/start';
import { onGrid, turned, turnOf, unturned } from '#shared/activities/attention/turn';
import { addToSummary, emptySummary, reveal, view, whileOpen } from '#shared/activities/attention/view';
import { derive, rng } from '#shared/rng';

const secrets = Array.from({ length: 30 }, (_, i) => derive('steps', `secret ${i}`));
const [secret = ''] = secrets;
const seats = Array.from({ length: 200 }, (_, i) => derive('class', `seat ${i}`));
const mean = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
const all = (queries: readonly Vector[]): Submission => ({ queries: queries.map(([x, y]) => [x, y]) });
const along = ([x, y]: Vector, length: number): Vector => [length * x, length * y];
const best = pronouns.map((pronoun) => ideal[pronoun]);
const asks = ['pronouns', 'roles'] as const;
const level: Config = { asks: 'pronouns', turn: 0 };

describe('attention', () => {
  test('is softmax(q·k/√2): of four keys on the unit circle a query of length 4 gives its own 0.89', () => {
    const keys = roles.map((role) => roleKeys[role]);
    const parts = keys.map(([x, y]) => Math.exp((4 * x) / 10 / Math.SQRT2 + 0 * y));
    const sum = parts.reduce((a, b) => a + b, 0);
    weightsOf([40, 0], keys).forEach((weight, i) => expect(weight).toBeCloseTo((parts[i] ?? 0) / sum, 6));
    expect(weightsOf([40, 0], keys)[0]).toBeCloseTo(0.89, 2);
  });

  test('adds up to 1, is even for a query of length 0, and evens out as the temperature rises', () => {
    const keys = people.map(({ key }) => key);
    for (const query of [...best, [0, 0] as const])
      expect(weightsOf(query, keys).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    for (const weight of weightsOf([0, 0], keys)) expect(weight).toBeCloseTo(1 / 6, 6);
    const most = (temperature: number) => Math.max(...weightsOf(ideal.her, keys, temperature));
    expect([most(0.25), most(1), most(4)]).toEqual([most(0.25), most(1), most(4)].sort((a, b) => b - a));
  });

  test('has a cross-entropy that is never below the logarithm of how many words are right', () => {
    const random = rng('weights', 'x');
    for (let i = 0; i < 200; i++) {
      const keys = Array.from({ length: 6 }, (): Vector => [
        20 * random.unit() - 10,
        20 * random.unit() - 10,
      ]);
      const right = keys.map((_, word) => word < 2);
      const query: Vector = [60 * random.unit() - 30, 60 * random.unit() - 30];
      expect(crossEntropy(weightsOf(query, keys), right)).toBeGreaterThanOrEqual(Math.log(2) - 1e-6);
    }
  });
});

describe('the sentence in sight', () => {
  test('has more words than kinds of them, each key within 0.25 of its corner, and no right word next to “her”', () => {
    expect(people.length).toBeGreaterThan(corners.length);
    for (const { key } of [...people, ...others])
      for (const part of key) expect(Math.abs(Math.abs(part) - 10)).toBeLessThanOrEqual(2.5);
    const near = people.at(-1)?.key ?? [0, 0];
    expect(meant('her', near)).toBe(false);
    expect(meant('them', near)).toBe(false);
    for (const pronoun of pronouns) expect(people.filter(({ key }) => meant(pronoun, key)).length).toBe(2);
  });

  test('tells the gender of a word that English hides', () => {
    for (const { text, key } of [...people, ...others])
      if (key[1] < 0) expect(text.en).toMatch(key[0] > 0 ? /\(f\)$/ : /\(m\)$/);
  });
});

describe('the hidden sentences', () => {
  test('are 200 for each pronoun, of 8 to 12 words, of which one or two are right', () => {
    for (const pronoun of pronouns) {
      const { sentences } = trialsOf(secret)[pronoun];
      expect(sentences.length).toBe(HIDDEN);
      for (const { keys, right } of sentences) {
        expect(keys.length).toBeGreaterThanOrEqual(8);
        expect(keys.length).toBeLessThanOrEqual(12);
        const fitting = keys.map((key) => meant(pronoun, key));
        expect(fitting).toEqual(keys.map((_, word) => word < right));
        expect([1, 2]).toContain(right);
      }
    }
  });

  test('are the same for a whole class and others with another secret', () => {
    const first = trialsOf(secret);
    const other = trialsOf(secrets[1] ?? '');
    expect(other.her.sentences).not.toEqual(first.her.sentences);
    expect(trialsOf(secret)).toEqual(first);
  });

  test('score by the mean cross-entropy of what a query attends to', () => {
    const { sentences } = trialsOf(secret).them;
    const slow = mean(
      sentences.map(({ keys, right }) =>
        crossEntropy(
          weightsOf([7, -21], keys),
          keys.map((_, word) => word < right),
        ),
      ),
    );
    expect(lossOf([7, -21], sentences)).toBeCloseTo(slow, 5);
  });
});

describe('a query of one head', () => {
  const worth = (length: number) =>
    mean(
      secrets.flatMap((one) =>
        pronouns.map((pronoun) => pronounScore(pronoun, along(towards[pronoun], length), one)),
      ),
    );

  test('of half the length scores about 0.6, as long as the disc allows 1, as long as a key 0.2', () => {
    expect(worth(20)).toBeCloseTo(0.6, 1);
    expect(worth(14)).toBeCloseTo(0.24, 1);
    expect(worth(11)).toBe(0);
    expect(worth(39.6)).toBeGreaterThan(0.99);
  });

  test('of half the length leaves about a third of the attention to the wrong words, of full length a tenth at most', () => {
    const left = (length: number) =>
      1 -
      mean(pronouns.map((pronoun) => shareOf(along(towards[pronoun], length), trialsOf(secret)[pronoun])));
    expect(left(20)).toBeGreaterThan(0.3);
    expect(left(20)).toBeLessThan(0.37);
    expect(left(40)).toBeLessThan(0.1);
  });

  test('may be ten degrees off, and at 45° is worth nothing', () => {
    const off = (degrees: number) =>
      mean(
        pronouns.map((pronoun) => {
          const [x, y] = towards[pronoun];
          const turn = (degrees * Math.PI) / 180;
          const way: Vector = [
            x * Math.cos(turn) - y * Math.sin(turn),
            x * Math.sin(turn) + y * Math.cos(turn),
          ];
          return pronounScore(pronoun, along(way, 39.6), secret);
        }),
      );
    expect(off(10)).toBeGreaterThan(0.93);
    expect(off(20)).toBeGreaterThan(0.75);
    expect(off(45)).toBeLessThan(0.05);
  });

  test('at random is under 0.2', () => {
    const scores = seats.map((seat) => {
      const random = rng(seat, 'random');
      const sent = bots.random(level, random);
      return grade(level, sent, { seat, secret }).score;
    });
    expect(mean(scores)).toBeLessThan(0.2);
  });
});

describe('two heads', () => {
  test('as long as the disc allows reach a cross-entropy of 0.805, which is par', () => {
    expect(roleLoss(idealHeads)).toBeCloseTo(0.805, 3);
    expect(rolesScore(idealHeads)).toBe(1);
    expect(rolesScore([...idealHeads].reverse())).toBe(1);
  });

  test('are needed: for one head p₁p₃ ≤ 1/16, so that it never beats a spread over all words', () => {
    for (let x = -40; x <= 40; x += 4)
      for (let y = -40; y <= 40; y += 4) {
        const shares = asked.map((role) => roleWeights([[x, y]])[roles.indexOf(role)] ?? 0);
        expect((shares[0] ?? 0) * (shares[1] ?? 0)).toBeLessThanOrEqual(1 / 16 + 1e-6);
        expect(
          rolesScore([
            [x, y],
            [x, y],
          ]),
        ).toBeLessThan(1e-5);
      }
  });

  test('of half the length score 0.54', () => {
    expect(rolesScore(idealHeads.map((query) => along(query, 0.5)))).toBeCloseTo(0.54, 2);
  });
});

describe('a seat’s own plane', () => {
  test('lies in eight ways, which all come, and each way is undone', () => {
    for (const asking of asks)
      for (let turn = 0; turn < TURNS; turn++)
        for (const vector of [...best, ...idealHeads]) {
          const back = unturned(asking, turned(asking, vector, turn), turn);
          expect(back[0]).toBeCloseTo(vector[0], 9);
          expect(back[1]).toBeCloseTo(vector[1], 9);
        }
    expect(new Set(seats.map((seat) => turnOf({ asks: 'roles' }, seat))).size).toBe(TURNS);
  });

  test('has another best answer in each of them, inside the disc', () => {
    for (const asking of asks) {
      const answers = Array.from({ length: TURNS }, (_, turn) => {
        const { queries } = knows({ asks: asking, turn }, rng('x', 'x'), '');
        expect(queries.every(inDisc)).toBe(true);
        return queries.join(' ');
      });
      expect(new Set(answers).size).toBe(TURNS);
    }
  });

  test('is worth the same as any other, and its start nothing', () => {
    for (const asking of asks)
      for (const seat of seats.slice(0, 24)) {
        const config: Config = { asks: asking };
        const score = (sent: Submission) => grade(config, sent, { seat, secret }).score;
        expect(score(knows(config, rng('x', 'x'), seat))).toBeGreaterThan(0.97);
        expect(score(startAt(asking, turnOf(config, seat)))).toBe(0);
      }
  });
});

describe('the mistakes', () => {
  const named = (config: Config, queries: readonly Vector[]) =>
    mistakes(config, all(queries), { seat: '', secret }).map(({ id }) => id);
  const { her, him, them } = ideal;

  test('of a pronoun: the nearest word, too short, one feature of two, a gender for them, other words', () => {
    expect(named(level, best)).toEqual([]);
    expect(named(level, [him, him, them])).toEqual(['nearest']);
    expect(named(level, [her, him, him])).toEqual(['nearest']);
    expect(
      named(
        level,
        best.map((query) => onGrid(along(query, 0.4))),
      ),
    ).toEqual(['short']);
    expect(named(level, startAt('pronouns', 0).queries)).toEqual(['short']);
    expect(named(level, [[40, 0], him, them])).toEqual(['half']);
    expect(named(level, [her, him, [28, -28]])).toEqual(['gender']);
    expect(named(level, [her, her, them])).toEqual(['away']);
  });

  test('of two heads: one long query, too short, other words', () => {
    const config: Config = { asks: 'roles', turn: 0 };
    expect(named(config, idealHeads)).toEqual([]);
    expect(
      named(config, [
        [40, 0],
        [40, 0],
      ]),
    ).toEqual(['one-query']);
    expect(
      named(config, [
        [40, 0],
        [0, -10],
      ]),
    ).toEqual(['one-query']);
    expect(
      named(config, [
        [18, 0],
        [-18, 0],
      ]),
    ).toEqual(['short']);
    expect(
      named(config, [
        [0, 40],
        [0, -40],
      ]),
    ).toEqual(['away']);
  });

  test('are told with the shares of attention that go where they should', () => {
    expect(measure({ asks: 'roles', turn: 0 }, all(idealHeads), { seat: '', secret })).toEqual({
      shares: [45, 45],
      best: [45, 45],
    });
    const { shares, best: most } = measure(level, all(best), { seat: '', secret });
    expect(shares).toEqual(most);
    for (const share of shares) expect(share).toBeGreaterThan(85);
  });
});

describe('the class picture', () => {
  const picture = (config: Config) =>
    seats.reduce(
      (summary, seat) => addToSummary(config, summary, knows(config, rng('x', 'x'), seat), { seat, secret }),
      emptySummary(),
    );

  test('has everybody’s queries in one plane once the step is closed', () => {
    const { aligned } = picture({ asks: 'pronouns' });
    expect(aligned).toEqual({ '0 28 28': 200, '1 -28 28': 200, '2 0 -40': 200 });
    expect(Object.keys(picture({ asks: 'roles' }).aligned).sort()).toEqual(['0 40 0', '1 -40 0']);
  });

  test('while the step is open shows them as the phones do: eight ways at once, each once, at most forty', () => {
    const open = whileOpen(picture({ asks: 'pronouns' }));
    expect(open.aligned).toEqual({});
    expect(Object.values(open.own).every((count) => count === 1)).toBe(true);
    expect(Object.keys(open.own).length).toBe(8);
    const many = seats.reduce(
      (summary, seat) =>
        addToSummary(level, summary, bots.random(level, rng(seat, 'r')), {
          seat,
          secret,
        }),
      emptySummary(),
    );
    expect(Object.keys(whileOpen(many).own).length).toBe(40);
  });

  test('says before the reveal only how one’s own plane lies', () => {
    const [seat = ''] = seats;
    expect(view({ asks: 'pronouns' }, null)).toEqual({ asks: 'pronouns', turn: null });
    expect(view({ asks: 'roles' }, seat)).toEqual({ asks: 'roles', turn: turnOf({ asks: 'roles' }, seat) });
    expect(scoreOf('pronouns', reveal(level).best, secret)).toBe(1);
  });
});
