import type { ErrorCode } from '../errors';
import { err, ok, type Result } from '../result';
import { SIDE } from './cnn/design';
import { networkOf, outputOf } from './families';
import { AT_ONCE } from './lanes/prepare';
import { MOST_ENERGY, MOST_POSITIONS, MOST_ROOM, MOST_SAMPLES, MOST_STEPS, MOST_WORK } from './limits';
import { classesOf } from './output';
import type { TrainingRequest } from './request';
import { inputsOf, type Samples } from './samples';
import { isRequest } from './schema';
import { workOf } from './work';

const all = (values: readonly number[], right: (value: number, index: number) => boolean): boolean => {
  for (let i = 0; i < values.length; i++) if (!right(values[i] as number, i)) return false;
  return true;
};

const isBelow = (value: number, bound: number) => Number.isInteger(value) && value >= 0 && value < bound;

/** Whether the right answers are classes that the output has. Where the output is a number, any number is right. */
function answersFit(request: TrainingRequest, { y }: Samples): boolean {
  const classes = classesOf(outputOf(request));
  return classes === 0 || all(y, (answer) => isBelow(answer, classes));
}

/** Whether samples of so many numbers are what the family takes. */
function shapesFit(request: TrainingRequest, inputs: number): boolean {
  if (request.family === 'cnn') return inputs === SIDE * SIDE;
  if (request.family === 'rnn') {
    return inputs % request.perStep === 0 && inputs / request.perStep <= MOST_STEPS;
  }
  if (request.family !== 'transformer') return true;
  return inputs % request.vocabulary.length === 0 && request.width % request.heads === 0;
}

/** Whether a transformer's mini-batch has room in the kernel's memory: about 24 vectors of each width, and its scores. */
function roomFits(request: TrainingRequest, inputs: number): boolean {
  if (request.family !== 'transformer') return true;
  const { vocabulary, width, heads, neurons, blocks, batch, train } = request;
  const positions = inputs / vocabulary.length;
  const rows = Math.max(AT_ONCE, Math.min(batch, train.y.length));
  const each = 24 * width + 4 * neurons + heads * positions;
  return positions <= MOST_POSITIONS && rows * positions * each * blocks <= MOST_ROOM;
}

/** Tokens name rows of tables: another number would read beyond them. */
function tokensFit(request: TrainingRequest, { x }: Samples): boolean {
  if (request.family !== 'transformer') return true;
  const { vocabulary } = request;
  return all(x, (token, i) => isBelow(token, vocabulary[i % vocabulary.length] as number));
}

/** Whether what is to be read are samples of so many numbers, for a network that decides among classes. */
function readable(request: TrainingRequest, inputs: number): boolean {
  const { read = [] } = request;
  if (read.length === 0) return true;
  const samples = read.length / inputs;
  return Number.isInteger(samples) && samples <= MOST_SAMPLES && classesOf(outputOf(request)) > 0;
}

/** Samples x epochs x parameters. */
function energyOfRequest(request: TrainingRequest): number {
  const { train, epochs } = request;
  return train.y.length * epochs * networkOf(request, inputsOf(train)).parameterCount;
}

/**
 * A request that can be trained; else `out-of-range`, for whatever does not have the form, the limits or the data of
 * its family, or `over-energy`, for more than `MOST_ENERGY` or `MOST_WORK`.
 */
export function checked(request: unknown): Result<TrainingRequest, ErrorCode> {
  if (!isRequest(request)) return err('out-of-range');
  const parts = [request.train, request.open, request.hidden];
  const inputs = inputsOf(request.train);
  const fit =
    shapesFit(request, inputs) &&
    roomFits(request, inputs) &&
    readable(request, inputs) &&
    parts.every((part) => inputsOf(part) === inputs && answersFit(request, part) && tokensFit(request, part));
  if (!fit) return err('out-of-range');
  const over = energyOfRequest(request) > MOST_ENERGY || workOf(request) > MOST_WORK;
  return over ? err('over-energy') : ok(request);
}
