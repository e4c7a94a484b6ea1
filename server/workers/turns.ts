/** What one member waits for, and when it was last served; 0: never. */
interface Line<Item> {
  readonly items: Set<Item>;
  served: number;
}

interface Group<Item> {
  readonly name: string;
  readonly lines: Map<string, Line<Item>>;
  served: number;
}

/**
 * Waiting lines that take turns: first the groups, then the members of each. Next is whoever was served longest ago;
 * those who never were come first, so that a newcomer only waits for other newcomers. An item may stand in several
 * lines of its group; it is served once, when the first of them has its turn.
 */
export class Turns<Item> {
  readonly #groups = new Map<string, Group<Item>>();
  /** The lines in which an item waits. */
  readonly #linesOf = new Map<Item, Set<Line<Item>>>();
  #turn = 0;

  /** Puts `item` at the end of the line of `member` in `group`. */
  add(group: string, member: string, item: Item): void {
    const { lines } = entryOf(this.#groups, group, () => ({
      name: group,
      lines: new Map<string, Line<Item>>(),
      served: 0,
    }));
    const line = entryOf(lines, member, () => ({ items: new Set<Item>(), served: 0 }));
    line.items.add(item);
    entryOf(this.#linesOf, item, () => new Set<Line<Item>>()).add(line);
  }

  /** Takes out the item whose turn it is, among the groups that `mayBe` allows; undefined if nothing waits there. */
  next(mayBe: (group: string) => boolean = () => true): Item | undefined {
    const group = longestAgo(
      this.#groups.values(),
      ({ name, lines }) => anyWaits(lines.values()) && mayBe(name),
    );
    const line = group && longestAgo(group.lines.values(), waits);
    if (!group || !line) return undefined;
    const [item] = line.items;
    if (item === undefined) return undefined;
    group.served = line.served = ++this.#turn;
    this.remove(item);
    return item;
  }

  /** Takes an item out of every line: nobody waits for it any more. */
  remove(item: Item): void {
    for (const each of this.#linesOf.get(item) ?? []) each.items.delete(item);
    this.#linesOf.delete(item);
  }

  /** Forgets who was served when, and what waits. */
  clear(): void {
    this.#groups.clear();
    this.#linesOf.clear();
  }
}

const waits = ({ items }: { readonly items: ReadonlySet<unknown> }): boolean => items.size > 0;

function anyWaits(lines: Iterable<{ readonly items: ReadonlySet<unknown> }>): boolean {
  for (const line of lines) if (waits(line)) return true;
  return false;
}

/** Of the groups or lines in which something waits, the one served longest ago; of equals the first. */
function longestAgo<Queue extends { readonly served: number }>(
  queues: Iterable<Queue>,
  isWaiting: (queue: Queue) => boolean,
): Queue | undefined {
  let found: Queue | undefined;
  for (const queue of queues)
    if ((found === undefined || queue.served < found.served) && isWaiting(queue)) found = queue;
  return found;
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, fresh: () => Value): Value {
  const held = map.get(key);
  if (held !== undefined) return held;
  const value = fresh();
  map.set(key, value);
  return value;
}
