import type { Rng, Seed } from '../../rng';
import type { Example } from '../activity';
import { askedOf } from './asked';
import type { Config, Submission } from './config';
import { handOf, written } from './hands';
import { DOTS, inkOf, SHEET } from './ink';

const three: Config = { asks: 3 };
const one: Config = { asks: 1 };

/** An upright stroke of three dots, from the column on. */
function stroke(column: number): string {
  const sheet = new Uint8Array(DOTS);
  for (let row = 4; row < SHEET - 4; row++) sheet.fill(1, row * SHEET + column, row * SHEET + column + 3);
  return inkOf(sheet);
}

const blank = inkOf(new Uint8Array(DOTS));

export const examples: readonly Example<Config>[] = [
  { name: 'ungraded', config: three, submission: { ink: [stroke(8), stroke(14), stroke(20)] } },
  { name: 'ungraded', config: three, submission: { ink: [stroke(14)] } },
  { name: 'ungraded', config: one, submission: { ink: [stroke(10)] } },
  { name: 'invalid', config: three, submission: { ink: [] }, expect: 'submission-invalid' },
  { name: 'invalid', config: three, submission: { ink: [stroke(8), blank] }, expect: 'submission-invalid' },
  { name: 'invalid', config: one, submission: { ink: [stroke(8), stroke(9)] }, expect: 'submission-invalid' },
  { name: 'invalid', config: one, submission: { ink: ['f'.repeat(257)] }, expect: 'submission-invalid' },
  { name: 'invalid', config: one, submission: { ink: [7] }, expect: 'submission-invalid' },
];

/** Draws what is asked for, in a hand of its own. */
function random(config: Config, source: Rng, seat: Seed): Submission {
  const hand = handOf(source);
  return { ink: askedOf(config, seat).map((digit) => inkOf(written(digit, hand, source))) };
}

/** A stroke, whatever is asked for. */
const constant = ({ asks }: Config): Submission => ({ ink: new Array<string>(asks).fill(stroke(14)) });

export const bots = { random, constant };
