import type { NameId } from '#shared/session/events';
import type { Entry } from '../../storage/log/port';
import { fold, numbered } from '../names';

/** The names of one room, as the personal table holds them. */
export class RoomNames {
  private readonly texts: Map<NameId, string>;
  private readonly holders = new Map<string, NameId>();
  /** The last number that was offered with a name. */
  private readonly offered = new Map<string, number>();

  constructor(rows: ReadonlyMap<NameId, string>) {
    this.texts = new Map(rows);
    for (const [row, text] of rows) this.holders.set(fold(text), row);
  }

  /** The name of a row; empty once it was erased. */
  readonly of = (row: NameId): string => this.texts.get(row) ?? '';

  /** Whether another row than `released` holds the name. */
  taken(folded: string, released: NameId | null): boolean {
    const holder = this.holders.get(folded);
    return holder !== undefined && holder !== released;
  }

  /**
   * A free name for somebody whose own is taken, each time another one: "Marco 2", "Marco 3". Of sixty who type one
   * name at once each can take theirs.
   */
  free(text: string): string {
    const base = text.replace(/ \d+$/, '') || text;
    let number = this.offered.get(fold(base)) ?? 1;
    do number += 1;
    while (this.holders.has(fold(numbered(base, number))));
    this.offered.set(fold(base), number);
    return numbered(base, number);
  }

  /** Rows that were erased from the personal table. */
  forget(rows: readonly NameId[]): void {
    for (const row of rows) {
      this.holders.delete(fold(this.of(row)));
      this.texts.delete(row);
    }
  }

  apply({ claim, release }: Pick<Entry, 'claim' | 'release'>): void {
    if (release !== null) {
      this.holders.delete(fold(this.of(release)));
      this.texts.delete(release);
    }
    if (claim) {
      this.texts.set(claim.row, claim.text);
      this.holders.set(claim.folded, claim.row);
    }
  }
}
