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
