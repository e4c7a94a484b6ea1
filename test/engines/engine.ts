import type { Timed } from './page';
import type { Script } from './script';

/** What an engine said, and which one exactly it was. */
export interface Said {
  readonly version: string;
  readonly answer: Timed;
}

export interface Engine {
  readonly name: string;
  /** Rejects with a sentence where the engine is missing, breaks off, or takes longer than `PATIENCE`. */
  readonly run: (script: Script) => Promise<Said>;
}

/** The longest that an engine may take for all jobs, s. */
export const PATIENCE = 600;

/** How an engine went: what it said, or why it could not be run. */
export type Outcome = { readonly name: string } & ({ readonly said: Said } | { readonly failed: string });

const inOneLine = (text: string) => text.trim().replace(/\s*\n\s*/g, ' ');

/** Runs an engine; never rejects. */
export async function outcomeOf({ name, run }: Engine, script: Script): Promise<Outcome> {
  try {
    return { name, said: await run(script) };
  } catch (error) {
    return { name, failed: inOneLine(error instanceof Error ? error.message : String(error)) };
  }
}
