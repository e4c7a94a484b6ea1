import type { ActivityKind } from '#shared/activities/registry';
import type { EditProps, KindEdit } from './activity';
import { partIn, type Chunk, type Part } from './parts';

const edits = import.meta.glob<KindEdit>('./*/edit.ts', { eager: true, import: 'default' });
const forms = import.meta.glob<Chunk<EditProps>>('./*/Edit.svelte');

/** Every kind that can be written, by the folder that its edit.ts was found in. */
export const editedKinds = Object.keys(edits).map((path) => path.split('/')[1] as ActivityKind);

/** What the editor knows of a kind. */
export function editOf(kind: ActivityKind): KindEdit {
  const edit = edits[`./${kind}/edit.ts`];
  if (!edit) throw new Error(`client/activities/${kind} has no edit.ts`);
  return edit;
}

/** A kind's own form; null where the one that is made from its schema serves. */
export const formOf = (kind: ActivityKind): Part<EditProps> | null => partIn(forms, kind, 'Edit') ?? null;
