import { activityKinds, type ActivityKind } from '#shared/activities/registry';
import type { Step } from '#shared/lessons/lesson';
import type { TestedKind } from './tested-kind';

type Asked = Pick<Step, 'kind' | 'config'>;

const load = async (kind: ActivityKind): Promise<TestedKind> =>
  ((await import(`../kinds/${kind}.ts`)) as { readonly default: TestedKind }).default;

const kinds = new Map(
  await Promise.all(activityKinds.map(async (kind) => [kind, await load(kind)] as const)),
);

/** What tests need to know of a step's kind. */
export function testedKindOf({ kind }: Pick<Step, 'kind'>): TestedKind {
  const tested = kinds.get(kind);
  if (!tested) throw new Error(`there is no test/kinds/${kind}.ts`);
  return tested;
}

/** Tells the controls of steps apart: the kind and, where it has several, the form. */
export function controlsOf({ kind, config }: Asked): string {
  const form = testedKindOf({ kind }).form?.(config);
  return form === undefined ? kind : `${kind}-${form}`;
}
