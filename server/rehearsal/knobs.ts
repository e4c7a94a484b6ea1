type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * The positions between two answers of one shape when a person turns one knob after the other, in their order; the
 * first answer and the last one are left out. Answers of different shapes have nothing in between.
 */
export function turned(from: unknown, to: unknown): unknown[] {
  const end = leaves(to as Json);
  const now = new Map(leaves(from as Json));
  if (end.length !== now.size || !end.every(([path]) => now.has(path))) return [];
  const moving = end.filter(([path, value]) => now.get(path) !== value);
  return moving.slice(0, -1).map(([path, value]) => {
    now.set(path, value);
    return built(to as Json, '', now);
  });
}

/** Every number, word and switch of an answer, by where it stands. */
function leaves(value: Json, path = ''): [string, Json][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, part]) => leaves(part, `${path}/${key}`));
}

function built(shape: Json, path: string, values: ReadonlyMap<string, Json>): Json {
  if (typeof shape !== 'object' || shape === null) return values.get(path) ?? null;
  if (Array.isArray(shape))
    return (shape as readonly Json[]).map((part, i) => built(part, `${path}/${i}`, values));
  return Object.fromEntries(
    Object.entries(shape).map(([key, part]) => [key, built(part, `${path}/${key}`, values)]),
  );
}
