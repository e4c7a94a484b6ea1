import { largest } from '../../figures';
import { all, below, first, textOf, type Element } from '../../xml';

/** What an item declares of the answer to one of its interactions. */
export interface Response {
  /** `identifier`, `float`, `integer`, `string`. */
  readonly baseType: string;
  readonly cardinality: string;
  /** The values that are right, in their order; empty: it does not say. */
  readonly correct: readonly string[];
  /** What each value is worth; empty: it does not say. */
  readonly worth: ReadonlyMap<string, number>;
}

const valueOf = (element: Element): string => textOf(element).trim();

function worthOf(declaration: Element): ReadonlyMap<string, number> {
  const mapping = first(declaration, 'mapping');
  const entries = mapping ? all(mapping, 'mapEntry') : [];
  return new Map(
    entries.map(({ attributes }) => [(attributes.mapKey ?? '').trim(), Number(attributes.mappedValue ?? 0)]),
  );
}

/** The declaration with this name; null: there is none. */
export function responseOf(item: Element, identifier: string | undefined): Response | null {
  const declaration = all(item, 'responseDeclaration').find(
    ({ attributes }) => attributes.identifier === identifier,
  );
  if (!declaration) return null;
  const { baseType = 'identifier', cardinality = 'single' } = declaration.attributes;
  const correct = first(declaration, 'correctResponse');
  const values = correct ? all(correct, 'value').map(valueOf) : [];
  return { baseType, cardinality, correct: values, worth: worthOf(declaration) };
}

/** The values that are right: those that are said to be, else those that are worth most, or anything if several are. */
export function rightOf({ correct, worth, cardinality }: Response): readonly string[] {
  if (correct.length > 0) return correct;
  const most = Math.max(0, largest([...worth.values()]));
  const good = (value: number) => (cardinality === 'single' ? value === most : true) && value > 0;
  return [...worth].filter(([, value]) => good(value)).map(([key]) => key);
}

/** Whether answers are worth anything at all: where nothing is processed an opinion is asked for. */
export const isJudged = (item: Element): boolean => {
  const processing = first(item, 'responseProcessing');
  return (
    processing !== undefined &&
    (processing.attributes.template !== undefined || processing.children.length > 0)
  );
};

/** The comparisons of numbers in what processes the responses. */
export const comparisonsOf = (item: Element, name: 'equal' | 'equalRounded'): readonly Element[] =>
  all(item, 'responseProcessing').flatMap((processing) => below(processing, name));
