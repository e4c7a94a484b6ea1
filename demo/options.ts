import { parseArgs } from 'node:util';
import { err, ok, type Result } from '#shared/result';

export const USAGE = `npm run demo -- --students N [--code 123456] [--url http://localhost:3000] [--pace P]
  --students  how many simulated students come, 30 unless told
  --code      the code of the session, as the projector shows it; asked for if it is not told
  --url       where the server is
  --pace      1: they think as long as people do; 10: ten times as fast`;

const MOST_STUDENTS = 1_000;

export interface Options {
  readonly students: number;
  readonly url: string;
  readonly code: string | null;
  readonly pace: number;
}

export const isCode = (text: string): boolean => /^\d{6}$/.test(text);

/** What was asked for on the command line, or what is wrong with it. */
export function readOptions(args: readonly string[], port = '3000'): Result<Options, string> {
  const text = { type: 'string' } as const;
  try {
    const options = { students: text, url: text, code: text, pace: text };
    const { values } = parseArgs({ args: [...args], options });
    const { students = '30', url = `http://localhost:${port}`, code = null, pace = '1' } = values;
    if (!/^[1-9]\d*$/.test(students) || Number(students) > MOST_STUDENTS)
      return err(`--students is a number from 1 to ${MOST_STUDENTS}.`);
    if (code !== null && !isCode(code)) return err('--code has six digits.');
    if (!/^https?:\/\//.test(url) || !URL.canParse(url))
      return err('--url is an address such as http://localhost:3000.');
    if (!(Number(pace) > 0)) return err('--pace is a number above 0.');
    return ok({ students: Number(students), url, code, pace: Number(pace) });
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}
