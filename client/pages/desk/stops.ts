import type { DeskView, Station } from '#shared/session/views';

/** A station with its number among the steps. */
export interface LineStop {
  readonly step: number;
  readonly station: Station;
}

/** The stations in the order of the line: a step that is played again stands behind its first round. */
export function stopsOf(stations: readonly Station[]): LineStop[] {
  const place = ({ step, station }: LineStop) => station.again ?? step;
  return stations
    .map((station, step) => ({ step, station }))
    .sort((a, b) => place(a) - place(b) || a.step - b.step);
}

/** Whether the lesson, which goes on by its short path, goes past a station: it is not on it, and nobody has been there. */
export const isSkipped = (
  { star, phase }: Pick<Station, 'star' | 'phase'>,
  { short, stations }: Pick<DeskView, 'short' | 'stations'>,
): boolean => short && !star && phase === 'waiting' && hasShortPath(stations);

/** How many steps of the lesson, as far as it goes, the class has not seen to their end. */
export const toCome = (view: Pick<DeskView, 'short' | 'stations'>): number =>
  view.stations.filter(
    (station) => station.phase !== 'revealed' && station.phase !== 'shown' && !isSkipped(station, view),
  ).length;

/** Whether a lesson has a short path: some of its steps are marked, and others are not. */
export const hasShortPath = (stations: readonly Pick<Station, 'star'>[]): boolean =>
  stations.some(({ star }) => star) && stations.some(({ star }) => !star);
