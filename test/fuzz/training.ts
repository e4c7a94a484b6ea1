import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { rng } from '#shared/rng';
import type { TrainingRequest } from '#shared/training/request';
import { compileKernel } from '../../server/workers/kernel';
import { patienceWith } from '../../server/workers/patience';
import { TrainingThread } from '../../server/workers/thread';
import { configuration } from './configurations';
import { outcomeOf } from './outcome';

const { runs = '10000', seed = 'fuzz' } = parseArgs({
  options: { runs: { type: 'string' }, seed: { type: 'string' } },
}).values;

/** MB */
const HEAP = 256;
const thread = new TrainingThread(pathToFileURL(resolve('dist/server/train.js')), HEAP, compileKernel());
const train = (request: TrainingRequest) => thread.run(request, patienceWith(request));

const random = rng(seed, 'configurations');
const counts = new Map<string, number>();
const findings: string[] = [];
const say = (text: string) => process.stdout.write(`${text}\n`);

/** What the process holds, MB: the thread's memory, and that of its kernel, are part of it. */
const memory = () => Math.round(process.memoryUsage().rss / 1_048_576);

for (let i = 1; i <= Number(runs); i++) {
  const asked = configuration(random);
  try {
    const outcome = await outcomeOf(asked, train);
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  } catch (error) {
    findings.push(`${i}: ${String(error)}: ${JSON.stringify(asked).slice(0, 500)}`);
  }
  if (i % 1_000 === 0) say(`${i} configurations, ${memory()} MB`);
}
await thread.end();
say([...counts].map(([outcome, count]) => `${count} ${outcome}`).join(', '));
say(findings.length === 0 ? 'no finding' : findings.join('\n'));
process.exitCode = findings.length === 0 ? 0 : 1;
