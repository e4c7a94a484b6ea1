import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { rng } from '#shared/rng';
import { Exchange } from '../../server/exchange/open';
import { watchChildren } from '../support/children';
import { outcomeOf, unsound } from './sound-report';
import { spoiltFile } from './spoilt-files';

const { runs = '10000', seed = 'fuzz' } = parseArgs({
  options: { runs: { type: 'string' }, seed: { type: 'string' } },
}).values;

const random = rng(seed, 'files');
const counts = new Map<string, number>();
const findings: string[] = [];
const say = (text: string) => process.stdout.write(`${text}\n`);
let crashes = 0;
let bug: unknown = null;
const exchange = new Exchange(pathToFileURL(resolve('dist/server/exchange.js')), (error) => (bug = error));

const most = watchChildren();
let own = 0;
let slowest = 0;

for (let i = 1; i <= Number(runs); i++) {
  const file = spoiltFile(random);
  const began = performance.now();
  const answer = await exchange.read('fuzz', file);
  own = Math.max(own, process.memoryUsage().rss);
  slowest = Math.max(slowest, performance.now() - began);
  if (!answer.ok) {
    crashes += 1;
    findings.push(`${i} ${file.name}: ${answer.error}: ${bug instanceof Error ? bug.stack : String(bug)}`);
    continue;
  }
  const outcome = outcomeOf(answer.value);
  counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  if (outcome === 'took-too-long') say(`${i} ${file.name}: ${outcome}`);
  const wrong = unsound(answer.value);
  if (wrong !== null) findings.push(`${i} ${file.name}: ${wrong}`);
  if (i % 1_000 === 0) say(`${i} files, ${Math.round(process.memoryUsage().rss / 1_048_576)} MB`);
}
const peak = Math.round(most());
await exchange.close();
for (const [outcome, count] of [...counts].sort(([, a], [, b]) => b - a))
  say(`${String(count).padStart(6)} ${outcome}`);
say(
  `${crashes} crashes, the reading process at most ${peak} MB, this one ${Math.round(own / 1_048_576)} MB, the slowest ${Math.round(slowest)} ms`,
);
say(findings.length === 0 ? 'no finding' : findings.join('\n'));
process.exitCode = findings.length === 0 ? 0 : 1;
