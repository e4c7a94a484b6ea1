import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { onTheWire, phoneCode } from '../../support/phone-code';
import type { School } from '../school';
import type { Row } from '../rows';
import { lighthouseInstalled, lookOver, type Scores } from './lighthouse';
import { codeRow, framesTable, frameRows, idleLate, lighthouseRows, phoneTable } from './rows';
import { onLan, openLongLesson, watchPhone, type Watching } from './watch';

const USAGE = `npm run bench:phone [-- --rounds R] [--json FILE] [--only SCENE,SCENE] [--traces FOLDER]
  --rounds  how often each scene and the page of the entrance are looked at; figures are medians (5)
  --json    writes the figures
  --only    the frames of these scenes and nothing else
  --traces  writes what the browser does in each scene, to be read by the DevTools of Chrome`;

const NOTE =
  'Frames are counted at 360 x 615 with the main thread slowed down 4 times; one is late when a refresh of a\n' +
  '60 Hz screen was missed before it. phone.frames is the worst of the drags.';

/** Late frames of an idle phone, in per cent, up to which the other shares say something about the page. */
const QUIET = 1;

interface Wanted extends Watching {
  readonly json: string | undefined;
}

function wanted(): Wanted | null {
  const text = { type: 'string' } as const;
  try {
    const options = { rounds: text, json: text, only: text, traces: text };
    const { rounds = '5', json, only, traces = null } = parseArgs({ options }).values;
    if (!/^[1-9]\d?$/.test(rounds)) return null;
    return { rounds: Number(rounds), json, only: only?.split(',') ?? null, traces };
  } catch {
    return null;
  }
}

const say = (text: string) => process.stdout.write(`${text}\n`);

const load = () => `load of the machine, last minute: ${(loadavg()[0] ?? NaN).toFixed(1)}`;

async function lighthouse(school: School, rounds: number): Promise<Row[]> {
  if (!lighthouseInstalled()) {
    say('Lighthouse is missing, because npm could not install it: its two rows are left out.');
    return [];
  }
  const scores: Scores[] = [];
  for (let round = 1; round <= rounds; round++) {
    say(`Lighthouse, round ${round} of ${rounds} ...`);
    scores.push(await lookOver(onLan(school)));
  }
  const failed = [...new Set(scores.flatMap((score) => score.failed))];
  if (failed.length > 0) say(`accessibility lost points for: ${failed.join(', ')}`);
  return lighthouseRows(scores);
}

async function bench(wanted: Wanted): Promise<Row[]> {
  const { rounds, only } = wanted;
  const school = await openLongLesson();
  try {
    say(`${rounds} rounds of frames (${load()}) ...`);
    const looks = await watchPhone(school, wanted);
    say(`\n${framesTable(looks)}\n(${load()})\n`);
    if (idleLate(looks) > QUIET)
      say('Even the idle phone was late: the machine is too busy, measure again.\n');
    if (only !== null) return frameRows(looks);
    const seen = await lighthouse(school, rounds);
    return [codeRow(onTheWire(phoneCode())), ...seen, ...frameRows(looks)];
  } finally {
    await school.stop();
  }
}

const asked = wanted();
if (asked === null) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 1;
} else {
  const rows = await bench(asked);
  say(`\n${phoneTable(rows)}\n${NOTE}`);
  const figures = rows.map(({ name, value, unit }) => ({ name, value: Number(value.toPrecision(4)), unit }));
  if (asked.json !== undefined) writeFileSync(asked.json, `${JSON.stringify({ figures }, null, 2)}\n`);
}
