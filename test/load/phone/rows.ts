import { median } from '../figures';
import { rowsTable, type Row } from '../rows';
import { aligned, short } from '../table';
import type { Scores } from './lighthouse';
import type { Look } from './watch';

/** The names of scenes in which nobody drags anything: all others are drags, so that none is forgotten. */
const AT_REST = ['idle', 'training'];

const LATE = { most: 5 };

/** JavaScript to join and play a `choice`, kB of 1,000 bytes of gzip. */
export const codeRow = (bytes: number): Row => ({
  ...{ name: 'phone.js-kb', value: bytes / 1_000, unit: 'kB' },
  target: { most: 75 },
});

/** Medians over the rounds of each scene; `phone.frames` itself is that of the worst drag. */
export function frameRows(looks: readonly Look[]): Row[] {
  const scenes = [...new Set(looks.map(({ scene }) => scene))];
  const rows = scenes.map((scene): Row => ({
    ...{ name: `phone.frames@${scene}`, unit: '%', target: scene === 'idle' ? null : LATE },
    value: median(looks.filter((look) => look.scene === scene).map(({ pace }) => pace.late)),
  }));
  const drags = rows.filter(({ name }) => !AT_REST.includes(name.split('@')[1] ?? ''));
  const worst = Math.max(...drags.map(({ value }) => value));
  return [{ name: 'phone.frames', value: worst, unit: '%', target: LATE }, ...rows];
}

/** What the machine and its browser make late while nobody touches the phone, in per cent. */
export const idleLate = (looks: readonly Look[]): number =>
  mean(looks.filter(({ scene }) => scene === 'idle').map(({ pace }) => pace.late));

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Medians of several looks of Lighthouse. */
export const lighthouseRows = (scores: readonly Scores[]): Row[] => [
  {
    ...{ name: 'phone.lighthouse@performance', unit: 'of 100', target: null },
    value: median(scores.map(({ performance }) => performance)),
  },
  {
    ...{ name: 'phone.lighthouse@accessibility', unit: 'of 100', target: { least: 100 } },
    value: median(scores.map(({ accessibility }) => accessibility)),
  },
];

/** Figures beside what we want. */
export const phoneTable = (rows: readonly Row[]): string => rowsTable('phone', rows);

/** What the shares of late frames are made of: every round, the longest wait of all, and the work (medians). */
export function framesTable(looks: readonly Look[]): string {
  const scenes = [...new Set(looks.map(({ scene }) => scene))];
  const body = scenes.map((scene) => {
    const mine = looks.filter((look) => look.scene === scene);
    const middle = (of: (look: Look) => number) => short(median(mine.map(of)));
    return [
      scene,
      middle(({ pace }) => pace.frames),
      `${short(Math.max(...mine.map(({ pace }) => pace.worst)))} ms`,
      middle(({ work }) => work.layouts),
      `${middle(({ pace, work }) => work.busy / pace.frames)} ms`,
      mine.map(({ pace }) => short(pace.late)).join(' '),
    ];
  });
  const head = ['', 'frames', 'longest wait', 'layouts', 'CPU a frame', 'late frames of each round, %'];
  return aligned([head, ...body]);
}
