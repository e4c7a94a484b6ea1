import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lessons } from '../support/lessons';

const page = readFileSync('docs/lesson.md', 'utf8');
const lesson = lessons.find(({ id }) => id === 'dal-neurone-alla-rete');
const cells = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The rows of the table whose head begins with these words. */
function tableOf(head: string): readonly (readonly string[])[] {
  const lines = page.split('\n');
  const at = lines.findIndex((line) => cells(line)[0] === head);
  const end = lines.findIndex((line, i) => i > at && !line.startsWith('|'));
  return lines.slice(at + 2, end).map(cells);
}

test('the table of the lecture has its steps in their order, with their kinds and the stars of the short path', () => {
  const written = tableOf('#').map(([number, , kind, , star]) => ({
    number: Number(number),
    kind: kind?.split(',')[0],
    star: star !== '',
  }));
  expect(written).toEqual(
    lesson?.steps.map(({ id, kind }, i) => ({
      number: i + 1,
      kind,
      star: lesson.short?.includes(id),
    })),
  );
});

test.each(['the lecture says', 'the slides say'])('what %s is played in steps that there are', (head) => {
  const rows = tableOf(head);
  expect(rows.length).toBeGreaterThan(10);
  const steps = rows.flatMap(
    (row) => [...row.join(' | ').matchAll(/\| ([\d, to]+)( \||$)/g)].at(-1)?.[1] ?? 'none',
  );
  for (const said of steps)
    for (const number of said.split(/, | to /)) expect(lesson?.steps[Number(number) - 1]).toBeDefined();
});
