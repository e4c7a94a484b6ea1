/** The first rate that is tried, and by how much the next one is higher until one is too high. */
const STEP = 1.5;

/**
 * The highest rate at which `holds`, up to `most`: higher and higher until one does not hold, then so many times
 * halfway between. 0: not even the first one holds.
 */
export async function climb(
  first: number,
  most: number,
  between: number,
  holds: (rate: number) => Promise<boolean>,
): Promise<number> {
  let [good, bad] = [0, Infinity];
  for (let rate = first; rate <= most && bad === Infinity; rate = Math.round(rate * STEP))
    if (await holds(rate)) good = rate;
    else bad = rate;
  for (let i = 0; i < between && bad < Infinity; i++) {
    const rate = Math.round((good + bad) / 2);
    if (await holds(rate)) good = rate;
    else bad = rate;
  }
  return good;
}
