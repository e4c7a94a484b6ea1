import type { NameId } from '#shared/session/events';
import type { Entry } from '../../storage/log/port';
import { fold, keysOf, numbered } from '../names';

/** The names of one room, as the personal table holds them, and the teacher's, which no seat may have. */
export class RoomNames {
  private readonly texts: Map<NameId, string>;
  private readonly holders = new Map<string, NameId>();
  private readonly reserved: ReadonlySet<string>;
  /** The last number that was offered with a name. */
  private readonly offered = new Map<string, number>();

  constructor(rows: ReadonlyMap<NameId, string>, teacher: string | null) {
    this.texts = new Map(rows);
    for (const [row, text] of rows) this.hold(row, text);
    this.reserved = new Set(teacher === null ? [] : keysOf(teacher));
  }

  /** The name of a row; empty once it was erased. */
  readonly of = (row: NameId): string => this.texts.get(row) ?? '';

  /** Why a name cannot be had, in a room where the row `released` is given up for it; null: it can. */
  refusal(text: string, released: NameId | null): 'name-taken' | 'name-reserved' | null {
    const keys = keysOf(text);
    if (keys.some((key) => this.reserved.has(key))) return 'name-reserved';
    const others = keys.map((key) => this.holders.get(key) ?? released);
    return others.some((holder) => holder !== released) ? 'name-taken' : null;
  }

  /**
   * A free name for somebody whose own is taken, each time another one: "Marco 2", "Marco 3". Of sixty who type one
   * name at once each can take theirs.
   */
  free(text: string): string {
    const base = text.replace(/ \d+$/, '') || text;
    let number = this.offered.get(fold(base)) ?? 1;
    do number += 1;
    while (this.refusal(numbered(base, number), null) !== null);
    this.offered.set(fold(base), number);
    return numbered(base, number);
  }

  /** Rows that were erased from the personal table. */
  forget(rows: readonly NameId[]): void {
    for (const row of rows) this.letGo(row);
  }

  apply({ claim, release }: Pick<Entry, 'claim' | 'release'>): void {
    if (release !== null) this.letGo(release);
    if (!claim) return;
    this.texts.set(claim.row, claim.text);
    this.hold(claim.row, claim.text);
  }

  private hold(row: NameId, text: string): void {
    for (const key of keysOf(text)) this.holders.set(key, row);
  }

  /** Two rows of an old log may share a key: names were compared by their letters alone. */
  private letGo(row: NameId): void {
    for (const key of keysOf(this.of(row))) if (this.holders.get(key) === row) this.holders.delete(key);
    this.texts.delete(row);
  }
}
