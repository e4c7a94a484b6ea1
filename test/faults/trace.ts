/** A system call as strace saw it. `begun` and `ended` are lines of the trace: their order is the order in time. */
export interface Call {
  readonly name: string;
  /** The file behind the descriptor, as `-y` tells it; sockets are `socket:[...]`. */
  readonly file: string;
  /** The strings among the arguments, one after the other. */
  readonly data: Buffer;
  readonly begun: number;
  readonly ended: number;
  readonly returned: number;
}

/** `pid time name(<descriptor><file>, arguments`, then the result, or that another thread came between. */
const begins = /^(\d+) +\S+ (\w+)\(\d+<([^>]*)>(.*)$/;
const resumes = /^(\d+) +\S+ <\.\.\. (\w+) resumed>/;
const unfinished = / <unfinished \.\.\.>$/;
const result = / = (-?\d+)[^=]*$/;

/** `-xx` writes every byte of a string as \xHH, so that nothing inside one looks like syntax. */
const bytes = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex');
const strings = (text: string): Buffer =>
  Buffer.concat([...text.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex = '']) => bytes(hex)));

const returnedBy = (line: string): number => Number(result.exec(line)?.[1] ?? NaN);

/** Reads what `strace -f -tt -T -y -xx -o` wrote. A call that never came back has ended at infinity. */
export function parseTrace(trace: string): Call[] {
  const calls: Call[] = [];
  const open = new Map<string, number>();
  for (const [at, line] of trace.split('\n').entries()) {
    const resumed = resumes.exec(line);
    const held = open.get(resumed?.[1] ?? '');
    const call = held === undefined ? undefined : calls[held];
    if (resumed && call && held !== undefined) {
      calls[held] = { ...call, ended: at, returned: returnedBy(line) };
      open.delete(resumed[1] ?? '');
    }
    const [, thread = '', name = '', file = '', rest = ''] = begins.exec(line) ?? [];
    if (name === '') continue;
    const pending = unfinished.test(rest);
    if (pending) open.set(thread, calls.length);
    calls.push({
      ...{ name, file: bytes(file).toString('latin1'), data: strings(rest), begun: at },
      ended: pending ? Infinity : at,
      returned: pending ? NaN : returnedBy(rest),
    });
  }
  return calls;
}
