import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { bots, playable, worthAt, type Worth } from '../support/copying';
import { lessons } from '../support/lessons';

/** Means over some hundred seats, in hundredths: so much is a matter of which seats. */
const NOISE = 0.02;

const page = readFileSync('docs/copying.md', 'utf8');

/** The cells of the page's row for a step. */
function rowOf(title: string): readonly string[] {
  const row = page.split('\n').find((line) => line.startsWith(`| ${title} `));
  return row ? row.split('|').map((cell) => cell.trim()) : [];
}

const figures = (cells: readonly string[]) => cells.map((cell) => cell.replaceAll('*', ''));
const written = (worth: number | null) => (worth === null ? '' : worth.toFixed(2));

const steps = [...new Map(lessons.flatMap(({ steps: all }) => all).map((step) => [step.id, step])).values()];
const graded = steps.flatMap((step) => {
  const activity = playable(step);
  return activity ? [{ id: step.id, kind: step.kind, title: step.title.en ?? '', activity }] : [];
});

describe.each(graded)('$title', ({ id, kind, title, activity }) => {
  let worth: Worth;
  // Nothing is judged by this time: it ends what hangs, and a busy machine may take its own.
  beforeAll(() => {
    worth = worthAt(id, activity);
  }, 600_000);
  const { copyingPays } = activity.grades;
  const [, , saidKind, ...cells] = rowOf(title);

  test('is in the page, with what each bot is worth', () => {
    const computed = `| ${[title, kind, ...bots.map((bot) => written(worth[bot]))].join(' | ')} |`;
    expect(saidKind, computed).toBe(kind);
    const said = figures(cells);
    bots.forEach((bot, i) => {
      expect(said[i] === '', computed).toBe(worth[bot] === null);
      expect(Math.abs(Number(said[i]) - (worth[bot] ?? 0)), computed).toBeLessThanOrEqual(NOISE);
    });
  });

  test('pays those who know and nobody else, unless the page says why copying cannot be prevented', () => {
    for (const bot of bots) {
      // Where the class is reckoned together what one knows is not enough: the page says why.
      if (bot === 'knows') expect(worth[bot]).toBeGreaterThan(activity.together ? 0.5 : 0.9);
      else if (bot !== 'neighbour' || !copyingPays) expect(worth[bot] ?? 0, bot).toBeLessThan(0.35);
    }
    if (copyingPays) expect(worth.neighbour).toBeGreaterThanOrEqual(0.35);
    const bold = bots.filter((_, i) => cells[i]?.startsWith('**'));
    expect(bold).toEqual(copyingPays ? ['neighbour'] : []);
    const luck = page.split('\n').filter((line) => line.startsWith(`- **${title}** is worth `));
    expect(luck.map((line) => line.endsWith('.'))).toEqual(activity.together ? [true] : []);
    const why = page.split('\n').filter((line) => line.startsWith(`- **${title}**: `));
    expect(why.map((line) => line.endsWith('.'))).toEqual(copyingPays ? [true] : []);
  });
});

test('the page has a row for nothing else', () => {
  const rows = page.split('\n').filter((line) => line.startsWith('| '));
  expect(rows.length).toBe(graded.length + 2);
});
