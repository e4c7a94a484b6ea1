import { jobs, type Answer, type Modules } from './jobs';

export interface Timed extends Answer {
  readonly seconds: number;
}

/** What a browser or a shell calls: bytes come as numbers, which every engine can read in a script. */
export async function answer(modules: Modules<readonly number[]>): Promise<Timed> {
  const since = Date.now();
  const said = await jobs({
    probe: Uint8Array.from(modules.probe),
    kernel: Uint8Array.from(modules.kernel),
  });
  return { ...said, seconds: (Date.now() - since) / 1_000 };
}
