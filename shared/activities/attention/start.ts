import type { Config, Submission, Vector } from './config';
import { onGrid, turned } from './turn';

/** Where queries are before anybody moved them: in the middle, where all words weigh alike; heads at words nobody asks for. */
export function startAt(asks: Config['asks'], turn: number): Submission {
  if (asks === 'pronouns')
    return {
      queries: [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    };
  const aside = (y: number): [number, number] => {
    const vector: Vector = onGrid(turned(asks, [0, y], turn));
    return [vector[0], vector[1]];
  };
  return { queries: [aside(10), aside(-10)] };
}
