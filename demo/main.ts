import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { gather } from './crowd';
import { keyFileOf, keyIn } from './key';
import { isCode, readOptions, USAGE } from './options';
import { statusLine, statusOf } from './status';
import { troubleAt } from './trial';

/** How often the line is written anew, ms. */
const BEAT = 500;

/** The bundle stands in dist/demo. */
const KEY_FILE = keyFileOf(fileURLToPath(new URL('../../', import.meta.url)), process.env.DATA_DIR);

async function asked(): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const code = await terminal.question('The code of the session (six digits): ');
  terminal.close();
  return code.replace(/\s/g, '');
}

const complain = (why: string): number => {
  process.stderr.write(`${why}\n`);
  return 1;
};

async function demo(): Promise<number> {
  const options = readOptions(process.argv.slice(2), process.env.PORT);
  if (!options.ok) return complain(`${options.error}\n\n${USAGE}`);
  const { students, url, speed, key } = options.value;
  const code = options.value.code ?? (await asked());
  if (!isCode(code)) return complain('A code has six digits.');
  const address = { url, code, build: __BUILD__ };
  const rehearsal = { url, code, key: () => key ?? keyIn(KEY_FILE) };
  const trouble = await troubleAt(address, rehearsal);
  if (trouble !== null) return complain(trouble);

  process.stdout.write(`${students} students go to ${url}, session ${code}. Ctrl+C sends them home.\n`);
  const crowd = gather(address, rehearsal, { students, speed, seed: randomBytes(16).toString('hex') });
  const line = statusLine(process.stdout);
  const beat = setInterval(() => line.show(statusOf(crowd.phones)), BEAT);
  const interrupted = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await Promise.race([crowd.done, interrupted]);
  clearInterval(beat);
  line.show(statusOf(crowd.phones));
  line.end();
  crowd.leave();
  process.stdout.write(`${crowd.tally.summary}\n`);
  return crowd.tally.failed ? 1 : 0;
}

process.exit(await demo());
