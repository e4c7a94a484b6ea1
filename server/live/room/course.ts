/** So many points are kept at most; then every other one is left out, and they come half as often. */
const MOST = 120;
/** The least between two points at first, ms. */
const GAP = 500;

/** How something has gone over time, in a bounded number of points that are evenly apart. */
export class Course {
  private kept: number[] = [];
  private gap = GAP;
  private lastAt = -Infinity;
  private newest: number | null = null;

  /** The newest value stands last, also between two points. */
  get points(): readonly number[] {
    return this.newest === null ? this.kept : [...this.kept, this.newest];
  }

  /** `at`: ms. */
  add(value: number, at: number): void {
    this.newest = value;
    if (at - this.lastAt < this.gap) return;
    this.kept.push(value);
    this.newest = null;
    this.lastAt = at;
    if (this.kept.length < MOST) return;
    this.kept = this.kept.filter((_, i) => i % 2 === 0);
    this.gap *= 2;
  }
}
