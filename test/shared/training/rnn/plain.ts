import type { RnnDesign } from '#shared/training/rnn/design';
import { outputsOf } from '#shared/training/output';
import { takeDense, type Plain } from '../plain';

/** Elman's network a second time, in 64 bits and for the eye. */
export const plainRnn =
  ({ neurons, perStep, output }: RnnDesign): Plain =>
  (parameters) => {
    const flat = [...parameters];
    const cell = takeDense(flat, perStep + neurons, neurons);
    const reader = takeDense(flat, neurons, outputsOf(output));
    return (x) => {
      let h = new Array<number>(neurons).fill(0);
      for (let at = 0; at < x.length; at += perStep) {
        h = cell([...x.slice(at, at + perStep), ...h]).map(Math.tanh);
      }
      return reader(h);
    };
  };
