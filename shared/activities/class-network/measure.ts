import type { Evidence } from '../activity';
import type { Config, Line } from './config';

/** What the class came to, and what this line was to it. */
export interface Measure {
  readonly neurons: number;
  /** Of the class on hidden points, and the same without this line, the output fitted anew. */
  readonly accuracy: number;
  readonly error: number;
  readonly errorWithout: number;
  readonly weight: number;
  /** What the class decides; see shared/training/together/map.ts. */
  readonly map: string;
  /** The cells that it would decide otherwise. */
  readonly without: string;
}

export function measure(_config: Config, _line: Line, { share }: Evidence): Measure | null {
  if (!share) return null;
  const { whole } = share.class;
  const { weight, gain, without } = share.part;
  return {
    ...{ neurons: whole.neurons, accuracy: whole.accuracy, error: whole.error },
    ...{ errorWithout: whole.error + gain, weight, map: whole.map, without },
  };
}
