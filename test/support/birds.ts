import { standardPoint } from '#shared/training/sets/penguin';
import { flipperNames, flippers } from '#shared/training/sets/flippers';
import { penguinNames, penguins } from '#shared/training/sets/penguins';

const tenths = (millimetres: number) => Math.round(millimetres * 10);

/** Every bird in each notation in which its bill is ever sent: tenths of a millimetre, and standardised. */
const bills = penguins.flatMap((bird) => {
  const [name = ''] = penguinNames([bird]);
  const places = [[tenths(bird.length), tenths(bird.depth)], standardPoint(bird)];
  return places.map((place) => [place.join(), name] as const);
});

/** And by its flipper: millimetres and grams. */
const wings = flippers.map((bird) => [bird.join(), flipperNames([bird]).join()] as const);

const written = new Map([...bills, ...wings]);

/** The names of the birds that stand anywhere in something that is sent. */
export function birdsIn(sent: unknown): Set<string> {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value))
      value.forEach((one, i) => {
        const name = written.get([one, value[i + 1] as unknown].join());
        if (name !== undefined) found.add(name);
      });
    Object.values(value).forEach(look);
  };
  look(sent);
  return found;
}

/** The seeds that stand anywhere in something that is sent: who has one has every point that is drawn from it. */
export const seedsIn = (sent: unknown): Set<string> => new Set(JSON.stringify(sent).match(/[0-9a-f]{32}/g));

export const both = <One>(a: ReadonlySet<One>, b: ReadonlySet<One>): One[] =>
  [...a].filter((one) => b.has(one));

export const without = <One>(a: ReadonlySet<One>, b: ReadonlySet<One>): Set<One> =>
  new Set([...a].filter((one) => !b.has(one)));
