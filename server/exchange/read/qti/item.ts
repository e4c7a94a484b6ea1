import { faulty, slide } from '../../questions';
import type { StepIds } from '../../step-ids';
import { all, first, type Element } from '../../xml';
import type { Outcome } from '../reader';
import { interactionsIn, isInline } from './body';
import { ordered, picked, type Item } from './choice';
import { typed } from './entry';
import { Sayings, type Has } from './sayings';

const READ: Readonly<Record<string, (interaction: Element, item: Item) => Outcome>> = {
  choiceInteraction: picked,
  inlineChoiceInteraction: picked,
  orderInteraction: ordered,
  textEntryInteraction: typed,
  extendedTextInteraction: typed,
};

/** Where an item stands. */
export interface Setting {
  readonly ids: StepIds;
  readonly language: string;
  readonly has: Has;
  readonly seconds?: number | undefined;
}

/** The names of what an item asks for, as its type. */
export function typeOf(item: Element): string {
  const body = first(item, 'itemBody');
  const names = (body ? interactionsIn(body) : []).map(({ name }) => name);
  return [...new Set(names)].join(' + ') || 'itemBody';
}

export const nameOf = ({ attributes }: Element): string =>
  (attributes.title ?? attributes.identifier ?? '').replace(/\s+/g, ' ').trim();

/** What becomes of one `assessmentItem`, in the words of QTI 2. */
export function itemOf(item: Element, { ids, language, has, seconds }: Setting): Outcome {
  const body = first(item, 'itemBody');
  if (!body) return faulty('broken', 'itemBody');
  // Its numbers or words are drawn anew for everybody by what the item computes.
  if (all(item, 'templateProcessing').length > 0) return faulty('unsupported-type', 'templateProcessing');
  const [interaction, ...others] = interactionsIn(body);
  if (interaction && others.length > 0)
    return [interaction, ...others].every(isInline)
      ? faulty('cloze')
      : faulty('unsupported-type', typeOf(item));
  const sayings = new Sayings(has);
  const { identifier: id } = item.attributes;
  const told = { ids, id, language, name: nameOf(item), task: sayings.ask(body), seconds };
  const read = interaction && Object.hasOwn(READ, interaction.name) ? READ[interaction.name] : undefined;
  if (interaction && !read) return faulty('unsupported-type', interaction.name);
  const outcome = interaction && read ? read(interaction, { item, told, sayings }) : slide(told);
  return outcome.becomes === null ? outcome : { ...outcome, lost: [...outcome.lost, ...sayings.lost] };
}
