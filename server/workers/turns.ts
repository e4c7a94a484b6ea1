/** Waiting lines that take turns: first between groups, then between the members of each. */
export class Turns<Item> {
  private readonly groups = new Map<string, Map<string, Item[]>>();

  /** Puts `item` at the end of the line of `member` in `group`. */
  add(group: string, member: string, item: Item): void {
    const members = this.groups.get(group) ?? new Map<string, Item[]>();
    const line = members.get(member) ?? [];
    line.push(item);
    members.set(member, line);
    this.groups.set(group, members);
  }

  /** Whose turn it is: the first of the first line; that line and its group then go to the back. */
  next(): Item | undefined {
    const [group, members] = first(this.groups);
    if (group === undefined || !members) return undefined;
    this.groups.delete(group);
    const [member, line] = first(members);
    if (member === undefined || !line) return undefined;
    members.delete(member);
    const item = line.shift();
    if (line.length > 0) members.set(member, line);
    if (members.size > 0) this.groups.set(group, members);
    return item;
  }
}

const first = <Value>(map: ReadonlyMap<string, Value>): readonly [string?, Value?] =>
  map.entries().next().value ?? [];
