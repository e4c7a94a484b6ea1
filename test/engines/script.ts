import { resolve } from 'node:path';
import { build } from 'esbuild';
import { kernelBytes } from '../support/kernel';
import { PROBE } from './probe';

/** The jobs as plain scripts, without modules or imports: a shell of JavaScriptCore has neither. */
export interface Script {
  /** Defines the jobs. */
  readonly define: string;
  /** An expression that runs them: a promise of a `Timed`. */
  readonly ask: string;
}

/** Bundles the jobs. Run from the project's folder. */
export async function engineScript(): Promise<Script> {
  const { outputFiles } = await build({
    entryPoints: [resolve('test/engines/page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'trainoffEngine',
    target: 'es2022',
  });
  const modules = JSON.stringify({ probe: [...PROBE], kernel: [...kernelBytes()] });
  return { define: outputFiles[0]?.text ?? '', ask: `trainoffEngine.answer(${modules})` };
}
