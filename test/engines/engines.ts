import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium, firefox } from './browsers';
import { differences, faultsOf, lineOf } from './compare';
import { outcomeOf, type Engine, type Outcome } from './engine';
import { engineScript } from './script';
import { javaScriptCore, node } from './shells';

/** The path of an engine's program, or a sentence that says why there is none; `run.mjs` has looked for it. */
type Program = { readonly path: string } | { readonly missing: string };

function at(name: string, program: Program | undefined, engine: (path: string) => Engine): Engine {
  if (program !== undefined && 'path' in program) return engine(program.path);
  return { name, run: () => Promise.reject(new Error(program?.missing ?? 'nobody has looked for it')) };
}

function enginesOf(short: boolean, programs: Readonly<Record<string, Program>>): Engine[] {
  const inShort = [node, at('Chromium', programs.chromium, chromium)];
  const others = [
    at('Firefox', programs.firefox, firefox),
    at('JavaScriptCore', programs.jsc, javaScriptCore),
  ];
  return short ? inShort : [...inShort, ...others];
}

/** Only a run of every engine has this figure. */
function writeFigure(file: string, outcomes: readonly Outcome[]): void {
  const figure = { name: 'core.bits', value: differences(outcomes).length, unit: 'jobs with other bits' };
  writeFileSync(file, `${JSON.stringify({ figures: [figure] }, null, 2)}\n`);
}

const USAGE = `npm run test:engines [-- --short] [--json FILE]
  --short  Node and Chromium alone
  --json   writes the figure core.bits, of a run of every engine`;

interface Wanted {
  readonly short: boolean;
  readonly json?: string | undefined;
}

function wanted(): Wanted | null {
  try {
    const options = { short: { type: 'boolean', default: false }, json: { type: 'string' } } as const;
    return parseArgs({ options }).values;
  } catch {
    return null;
  }
}

/** One engine after the other, so that each has the machine and says its line when it is done. */
async function askAll(short: boolean): Promise<Outcome[]> {
  const programs = JSON.parse(process.env.TRAINOFF_ENGINES ?? '{}') as Readonly<Record<string, Program>>;
  const script = await engineScript();
  const outcomes: Outcome[] = [];
  for (const engine of enginesOf(short, programs)) {
    const outcome = await outcomeOf(engine, script);
    process.stdout.write(`${lineOf(outcome)}\n`);
    outcomes.push(outcome);
  }
  return outcomes;
}

const asked = wanted();
if (asked === null) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 1;
} else {
  const outcomes = await askAll(asked.short);
  const faults = faultsOf(outcomes);
  process.stdout.write(`\n${faults.length > 0 ? faults.join('\n') : 'The same bits in every engine.'}\n`);
  const whole = !asked.short && outcomes.every((outcome) => 'said' in outcome);
  if (asked.json !== undefined && whole) writeFigure(asked.json, outcomes);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
