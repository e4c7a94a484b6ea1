import { fieldsOf } from '../kit/edit/paths';
import type { ListShape } from '../kit/edit/shape';

/** The layers of a network that a slide shows. */
export const LAYERS: ListShape = {
  ...{ is: 'list', fewest: 2, most: 6 },
  item: { is: 'number', whole: true, least: 1, most: 8 },
};

/** Another sort of picture; what was said of the one before, for who cannot see it, is kept. */
export function pictureOf(before: unknown, shows: string): unknown {
  const alt = fieldsOf(before).alt ?? {};
  if (shows === 'network') return { shows, layers: [3, 4, 2], alt };
  return shows === 'image' ? { shows, alt } : null;
}
