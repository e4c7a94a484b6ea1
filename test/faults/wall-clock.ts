import { readFileSync } from 'node:fs';

/**
 * Loaded into a server with `--import`: its wall clock is wrong by as many ms as the file TRAINOFF_WALL says, which is
 * read at the start and at each SIGUSR2. Nothing else of its time changes, as when a computer is set to another one.
 */
const file = process.env.TRAINOFF_WALL;
const TrueDate = Date;
let wrong = 0;

const read = (): void => {
  wrong = file === undefined ? 0 : Number(readFileSync(file, 'utf8'));
};

globalThis.Date = new Proxy(TrueDate, {
  construct: (target, given, self) =>
    Reflect.construct(target, given.length === 0 ? [target.now() + wrong] : given, self) as Date,
  apply: (target) => new target(target.now() + wrong).toString(),
  get: (target, name, self) =>
    name === 'now' ? () => target.now() + wrong : (Reflect.get(target, name, self) as unknown),
});

read();
process.on('SIGUSR2', () => {
  read();
  process.stderr.write(`the wall clock is wrong by ${wrong} ms\n`);
});
