/** What one member waits for, and when it was last served; 0: never. */
interface Line<Item> {
  readonly items: Set<Item>;
  served: number;
}

interface Group<Item> {
  readonly lines: Map<string, Line<Item>>;
  served: number;
}

/**
 * Waiting lines that take turns: first between groups, then between the members of each. The turn is of whoever was
 * served longest ago, and of who never was before anybody who was: a newcomer waits for none but other newcomers.
 * An item may stand in several lines of its group, and is served once, at the first of their turns.
 */
export class Turns<Item> {
  readonly #groups = new Map<string, Group<Item>>();
  /** The lines in which an item waits. */
  readonly #places = new Map<Item, Set<Line<Item>>>();
  #turn = 0;

  /** Puts `item` at the end of the line of `member` in `group`. */
  add(group: string, member: string, item: Item): void {
    const { lines } = entryOf(this.#groups, group, () => ({
      lines: new Map<string, Line<Item>>(),
      served: 0,
    }));
    const line = entryOf(lines, member, () => ({ items: new Set<Item>(), served: 0 }));
    line.items.add(item);
    entryOf(this.#places, item, () => new Set<Line<Item>>()).add(line);
  }

  /** Takes out the item whose turn it is; undefined if nothing waits. */
  next(): Item | undefined {
    const group = longestAgo(this.#groups.values(), ({ lines }) => anyWaits(lines.values()));
    const line = group && longestAgo(group.lines.values(), waits);
    if (!group || !line) return undefined;
    const [item] = line.items;
    if (item === undefined) return undefined;
    group.served = line.served = ++this.#turn;
    for (const place of this.#places.get(item) ?? []) place.items.delete(item);
    this.#places.delete(item);
    return item;
  }

  /** Forgets who was served when, and what waits. For moments at which nobody is owed anything. */
  clear(): void {
    this.#groups.clear();
    this.#places.clear();
  }
}

const waits = ({ items }: { readonly items: ReadonlySet<unknown> }): boolean => items.size > 0;

function anyWaits(lines: Iterable<{ readonly items: ReadonlySet<unknown> }>): boolean {
  for (const line of lines) if (waits(line)) return true;
  return false;
}

/** Of those that wait, the one served longest ago; of equals the one that came first. */
function longestAgo<Place extends { readonly served: number }>(
  places: Iterable<Place>,
  isWaiting: (place: Place) => boolean,
): Place | undefined {
  let found: Place | undefined;
  for (const place of places)
    if ((found === undefined || place.served < found.served) && isWaiting(place)) found = place;
  return found;
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, fresh: () => Value): Value {
  const held = map.get(key);
  if (held !== undefined) return held;
  const value = fresh();
  map.set(key, value);
  return value;
}
