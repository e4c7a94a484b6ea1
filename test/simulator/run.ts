import { parseArgs } from 'node:util';
import { simulate } from './simulation';

/** Plays many seeds: `--seeds 100 --steps 1000`, or one again: `--seed 17`. Ends with 1 if any found something. */
async function run(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '100' },
      steps: { type: 'string', default: '1000' },
      seed: { type: 'string' },
    },
  });
  const seeds =
    values.seed === undefined
      ? Array.from({ length: Number(values.seeds) }, (_, i) => i + 1)
      : [Number(values.seed)];
  const sum = { steps: 0, events: 0, answers: 0, reveals: 0, crashes: 0, waits: 0, lasted: 0 };
  let bad = 0;
  for (const seed of seeds) {
    const story = await simulate(seed, Number(values.steps));
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += story[key];
    if (story.findings.length > 0) bad += 1;
    for (const finding of story.findings) console.log(`seed ${seed}: ${finding}`);
  }
  const { steps, events, answers, reveals, crashes, waits, lasted } = sum;
  console.log(
    `${seeds.length} seeds, ${steps} steps, ${Math.round(lasted / 60_000)} min of lessons: ${events} events, ` +
      `${answers} answers, ${reveals} reveals, ${crashes} crashes, ${waits} times open for somebody; ` +
      `${bad} seeds found something`,
  );
  return bad > 0 ? 1 : 0;
}

process.exitCode = await run();
