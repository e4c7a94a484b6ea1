import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Contestant, Ready } from './contestant';
import { initialParameters, parameterCount, type Dense } from './dense';
import { C, C_TILES } from './results';

const SOURCE = 'test/load/training/c/mlp.c';
const FLAGS = ['-O3', '-msse4.1', '-ffp-contract=off', '-Wall', '-Wextra', '-Werror'];

/** Trainings of one measurement: one takes about 20 ms. */
const REPEATS = 4;

/** Bytes of a text in the file, zeros behind it. */
const TEXT = 41;

const run = promisify(execFile);

const bytesOf = (numbers: Int32Array | Float32Array) => new Uint8Array(numbers.buffer);

const textOf = (text: string) => Buffer.alloc(TEXT).fill(text, 0, text.length, 'latin1');

/** A workload as the C program reads it. */
function fileOf(workload: Dense): Buffer {
  const { sizes, x, y, batch, rate, seeds } = workload;
  return Buffer.concat([
    bytesOf(Int32Array.of(sizes.length - 1, ...sizes, y.length, batch)),
    bytesOf(Float32Array.of(rate)),
    bytesOf(Float32Array.from(x)),
    bytesOf(Float32Array.from(y)),
    ...seeds.map((seed) => bytesOf(initialParameters(workload, seed))),
    ...seeds.map((seed) => textOf(`${seed}/order`)),
  ]);
}

/** What the program prints: microseconds; the bits of each lane's loss; those of each lane's parameters. */
function said(stdout: string, workload: Dense) {
  const [micros = '', ...bits] = stdout.trim().split('\n');
  const floats = new Float32Array(Uint32Array.from(bits, Number).buffer).subarray(workload.seeds.length);
  const count = parameterCount(workload);
  const parameters = workload.seeds.map((_, lane) => floats.subarray(lane * count, (lane + 1) * count));
  return { ms: Number(micros) / 1_000, parameters };
}

const firstLine = (error: unknown) => String(error).split('\n')[0] ?? '';

/** Both ways through a mini-batch, each with what the compiler has to know. */
const PROGRAMS = { [C]: [], [C_TILES]: ['-DTILES'] } as const;

/**
 * The training in C with 128-bit SIMD, compiled into `folder`: sample by sample, or in tiles of a whole mini-batch, as
 * our kernel does it. Both have our bits.
 */
export const c = (name: keyof typeof PROGRAMS, folder: string): Contestant<Dense> => {
  const program = join(folder, name === C ? 'samples' : 'tiles');
  let compiled: Promise<unknown> | undefined;
  return {
    name,
    prepare: async (workload): Promise<Ready | { cannot: string }> => {
      if (process.arch !== 'x64') return { cannot: 'it is written for SSE, and this is no x86' };
      try {
        await (compiled ??= run('gcc', [...FLAGS, ...PROGRAMS[name], '-o', program, SOURCE]));
      } catch (error) {
        return { cannot: `gcc could not compile it: ${firstLine(error)}` };
      }
      const file = `${program} ${workload.name}.bin`;
      writeFileSync(file, fileOf(workload));
      let last: readonly Float32Array[] = [];
      const measure = async () => {
        const { stdout } = await run(program, [file, String(workload.epochs), String(REPEATS)]);
        const { ms, parameters } = said(stdout, workload);
        last = parameters;
        return ms / workload.seeds.length / workload.epochs;
      };
      return { measure, parameters: () => last };
    },
  };
};
