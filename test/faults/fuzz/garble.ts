import fc from 'fast-check';

/** Values that programs stumble over. */
const nasty: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, undefined, true, false, 0, -0, -1, 1e308, -1e308, NaN, Infinity, 2 ** 53, 0.1, 1e-320],
    ...['', '0', '__proto__', 'constructor', 'toString', '\u0000', '\ud800', '\u202e', 'é'.repeat(300)],
    ...[[], {}, [[]], [null], { length: 1e9 }, { toJSON: 1 }, { then: 1 }, { valueOf: null, toString: null }],
    JSON.parse('{"__proto__":{"polluted":1}}'),
    JSON.parse('{"constructor":{"prototype":{"polluted":1}}}'),
    { _placeholder: true, num: 0 },
  ),
  fc.jsonValue({ maxDepth: 3 }),
  fc.anything({ maxDepth: 3, withNullPrototype: true, withDate: true, withMap: true, withBigInt: true }),
);

type Change = readonly [where: number, how: number, what: unknown];

const change: fc.Arbitrary<Change> = fc.tuple(fc.nat(), fc.nat({ max: 3 }), nasty);

/** Values like one of `right`, with some places changed, taken away, added or doubled; now and then one that is right. */
export const nearly = (right: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc
    .tuple(fc.constantFrom(...right), fc.array(change, { maxLength: 3 }))
    .map(([value, changes]) => changes.reduce<unknown>(changed, structuredClone(value)));

/** Anything at all, or nearly right; where nothing is right, as of a step that nobody answers, anything at all. */
export const anyOrNearly = (right: readonly unknown[]): fc.Arbitrary<unknown> =>
  right.length === 0
    ? nasty
    : fc.oneof({ weight: 1, arbitrary: nasty }, { weight: 4, arbitrary: nearly(right) });

interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
}

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}

function changed(value: unknown, [where, how, found]: Change): unknown {
  // One that stands in two places, or in itself, would be changed there too.
  const what = structuredClone(found);
  // A value that came from chance may be deep or strange; places are looked for in plain ones alone.
  const places = isPlain(value) ? placesIn(value) : [];
  const place = places[where % (places.length + 1)];
  if (!place) return what;
  const { holder, key } = place;
  if (how === 0) delete holder[key];
  else if (how === 1) add(holder, `${key}x`, what);
  else if (how === 2) holder[key] = [holder[key], holder[key]];
  else holder[key] = what;
  return value;
}

/** As JSON.parse would: `__proto__` becomes a key like any other. */
function add(holder: object, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function isPlain(value: unknown): boolean {
  try {
    JSON.stringify(value);
    return !Object.isFrozen(value);
  } catch {
    return false;
  }
}

/** A text with some of its characters taken away, doubled, or replaced. */
export const garbledText = (right: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...right),
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 2 }), fc.string({ unit: 'binary', maxLength: 4 })), {
        minLength: 1,
        maxLength: 4,
      }),
    )
    .map(([text, edits]) =>
      edits.reduce((now, [where, how, what]) => {
        const at = where % (now.length + 1);
        if (how === 0) return now.slice(0, at) + now.slice(at + 1);
        return how === 1
          ? now.slice(0, at) + what + now.slice(at)
          : now.slice(0, at) + what + now.slice(at + 1);
      }, text),
    );
