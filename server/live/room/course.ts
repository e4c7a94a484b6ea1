/** So many points are kept at most; then every other one is left out, and they come half as often. */
const MOST = 120;
/** Between two points at first, ms. */
const GAP = 500;

/** How something has gone over time, in a bounded number of points that are evenly apart. */
export class Course {
  private kept: number[] = [];
  private gap = GAP;
  private first: number | null = null;
  private newest = 0;

  /** The newest value stands last, also between two points. */
  get points(): readonly number[] {
    return this.kept.length === 0 ? [] : [...this.kept, this.newest];
  }

  /** `at`: ms; what nobody has changed meanwhile has stayed as it was. */
  add(value: number, at: number): void {
    this.first ??= at;
    const slot = () => Math.floor((at - (this.first ?? at)) / this.gap);
    while (slot() >= MOST) this.halve();
    while (this.kept.length < slot()) this.kept.push(this.newest);
    if (this.kept.length === slot()) this.kept.push(value);
    this.newest = value;
  }

  private halve(): void {
    this.kept = this.kept.filter((_, i) => i % 2 === 0);
    this.gap *= 2;
  }
}
