import type { ActivityKind } from '#shared/activities/registry';
import * as m from '../../i18n/generated/messages.js';

/** Kinds as a teacher looks for them. One that is named nowhere here comes last, among the others. */
const groups: readonly { readonly name: () => string; readonly kinds: readonly ActivityKind[] }[] = [
  { name: m.edit_group_questions, kinds: ['choice', 'numeric', 'order', 'text', 'poll'] },
  { name: m.edit_group_shown, kinds: ['slide'] },
  {
    name: m.edit_group_neuron,
    kinds: ['line-fit', 'gate', 'separating-line', 'perceptron-rule', 'xor-proof'],
  },
  {
    name: m.edit_group_networks,
    kinds: [
      'gate-network',
      'approximation',
      'class-network',
      'conv-kernel',
      'drawing',
      'rnn-memory',
      'attention',
    ],
  },
  { name: m.edit_group_training, kinds: ['descent-cards', 'descent', 'race'] },
];

export interface KindGroup {
  readonly name: string;
  readonly kinds: readonly ActivityKind[];
}

/** The kinds that there are, in groups. */
export function grouped(kinds: readonly ActivityKind[]): readonly KindGroup[] {
  const named = groups.map(({ name, kinds: wanted }) => ({
    name: name(),
    kinds: wanted.filter((kind) => kinds.includes(kind)),
  }));
  const known = new Set(named.flatMap((group) => group.kinds));
  const others = { name: m.edit_group_others(), kinds: kinds.filter((kind) => !known.has(kind)) };
  return [...named, others].filter((group) => group.kinds.length > 0);
}

/** What is only shown: nobody answers, and there is no countdown unless the teacher wants one. */
export const isShown = (kind: ActivityKind): boolean => kind === 'slide';

/** What a choice takes, s. */
const USUAL = 60;

/** Where hands do more than pick an answer it takes longer, s: about what the built-in lessons give. */
const LONGER: Partial<Readonly<Record<ActivityKind, number>>> = {
  ...{ numeric: 120, order: 120, text: 90 },
  ...{ 'line-fit': 210, gate: 120, 'separating-line': 180, 'perceptron-rule': 240, 'xor-proof': 300 },
  ...{ 'gate-network': 240, approximation: 240, 'class-network': 180, 'conv-kernel': 240, drawing: 150 },
  ...{ 'rnn-memory': 210, attention: 180, 'descent-cards': 180, descent: 210, race: 240 },
};

/** How long a new step of a kind is open, s. */
export const secondsOf = (kind: ActivityKind): number => LONGER[kind] ?? USUAL;
