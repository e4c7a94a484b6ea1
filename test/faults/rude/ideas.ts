/** The most that the race on XOR lets one spend, its visible points, and rates with which a network takes its time. */
const MOST_ENERGY = 350_000;
const SAMPLES = 250;
const RATES = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5] as const;
const SIZES = 7;

/** Configurations that cost nearly all that is allowed, all different for more than a thousand. */
export function ownIdea(i: number) {
  const neurons = 2 + (i % SIZES);
  const rate = RATES[Math.floor(i / SIZES) % RATES.length] ?? 0.1;
  const most = Math.floor(MOST_ENERGY / (SAMPLES * (4 * neurons + 1)));
  return { layers: [neurons], rate, epochs: most - Math.floor(i / (SIZES * RATES.length)) };
}
