import { parseArgs } from 'node:util';
import { err, ok, type Result } from '#shared/result';

export const USAGE = `npm run demo -- --students N [--code 123456] [--url http://localhost:3000] [--speed S] [--key KEY]
  --students  how many simulated students come, 30 unless told
  --code      the code of the session, as the projector shows it; asked for if it is not told
  --url       where the server is
  --speed     1: they think as long as people do; 10: ten times as fast
  --key       the key of rehearsals, where the server's data folder is not on this computer`;

const MOST_STUDENTS = 1_000;

export interface Options {
  readonly students: number;
  readonly url: string;
  readonly code: string | null;
  readonly speed: number;
  /** Null: the one in the server's data folder. */
  readonly key: string | null;
}

export const isCode = (text: string): boolean => /^\d{6}$/.test(text);

/** What was asked for on the command line, or what is wrong with it. */
export function readOptions(args: readonly string[], port = '3000'): Result<Options, string> {
  const text = { type: 'string' } as const;
  try {
    const options = { students: text, url: text, code: text, speed: text, key: text };
    const { values } = parseArgs({ args: [...args], options });
    const {
      students = '30',
      url = `http://localhost:${port}`,
      code = null,
      speed = '1',
      key = null,
    } = values;
    if (!/^[1-9]\d*$/.test(students) || Number(students) > MOST_STUDENTS)
      return err(`--students is a number from 1 to ${MOST_STUDENTS}.`);
    if (code !== null && !isCode(code)) return err('--code has six digits.');
    if (!/^https?:\/\//.test(url) || !URL.canParse(url))
      return err('--url is an address such as http://localhost:3000.');
    if (!(Number(speed) > 0)) return err('--speed is a number above 0.');
    return ok({ students: Number(students), url, code, speed: Number(speed), key });
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}
