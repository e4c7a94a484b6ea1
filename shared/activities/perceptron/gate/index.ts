import type { GateConfig, Submission } from '../config';
import { counted, keyOf, type Lines } from '../lines';
import type { Neuron } from '../neuron';
import type { Task } from '../task';
import { check, grade } from './grade';
import { bots, examples } from './samples';
import { reveal, studentView, type Reveal, type View } from './view';

/** A perceptron turned by hand until it is a logic gate. */
export const gate: Task<GateConfig, Neuron, View, Reveal, Lines> = {
  owns: (submission: Submission): submission is Neuron => 'w' in submission,
  studentView,
  check,
  grade,
  reveal,
  emptySummary: () => ({ lines: {} }),
  addToSummary: (_config, { lines }, neuron) => ({ lines: counted(lines, keyOf(neuron)) }),
  examples,
  bots,
};
