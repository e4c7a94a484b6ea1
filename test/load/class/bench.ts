import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { MOST_SEATS } from '#shared/session/many-seats';
import { openSchool } from '../school';
import { rowsTable, type Row } from '../rows';
import { lessons } from '../../support/lessons';
import { playClass, type Played } from './play';

const USAGE = `npm run bench:class [-- --phones N] [--json FILE]
  --phones  the size of the class, 200 unless told
  --json    writes the figures`;

const NOTE =
  'Every phone drags for ten seconds and tells four times a second where its line is, or as often as the server lets it;\n' +
  'the driver is on the same machine. CPU is that of the server with its worker threads, in parts of one core.';

interface Wanted {
  readonly phones: number;
  readonly json: string | undefined;
}

function wanted(): Wanted | null {
  const text = { type: 'string' } as const;
  try {
    const { phones = '200', json } = parseArgs({ options: { phones: text, json: text } }).values;
    const count = /^[1-9]\d{0,3}$/.test(phones) ? Number(phones) : MOST_SEATS + 1;
    return count > MOST_SEATS ? null : { phones: count, json };
  } catch {
    return null;
  }
}

const rowsOf = ({ updates, told, cpu, late, grades, reckoned }: Played): Row[] => [
  { name: 'class.updates', value: updates, unit: '/s', target: null },
  { name: 'class.told', value: told, unit: '/s and phone', target: null },
  { name: 'class.cpu', value: cpu, unit: 'cores', target: null },
  { name: 'class.loop.p99', value: late, unit: 'ms', target: { most: 50 } },
  { name: 'class.grades', value: grades, unit: 'ms', target: { most: 1_000 } },
  { name: 'class.neurons', value: reckoned, unit: '', target: null },
];

const asked = wanted();
if (asked === null) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 1;
} else {
  const lesson = lessons.find(({ steps }) => steps.some(({ kind }) => kind === 'class-network'));
  if (!lesson) throw new Error('no lesson has a class that is reckoned together');
  const school = await openSchool(lesson, [process.execPath], { watched: true });
  const step = lesson.steps.findIndex(({ kind }) => kind === 'class-network');
  const rows = rowsOf(await playClass(school.session, step, asked.phones).finally(school.stop));
  process.stdout.write(`\n${rowsTable(`${asked.phones} phones`, rows)}\n${NOTE}\n`);
  const figures = rows.map(({ name, value, unit }) => ({ name, value: Number(value.toPrecision(4)), unit }));
  if (asked.json !== undefined) writeFileSync(asked.json, `${JSON.stringify({ figures }, null, 2)}\n`);
}
