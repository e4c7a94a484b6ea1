import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { chromiumArgs } from '../../support/chromium';

/** In a folder of its own, so that the product does not depend on it; `test/load/run.mjs` installs it. */
const CLI = 'test/load/lighthouse/node_modules/lighthouse/cli/index.js';

/** Out of 100. */
export interface Scores {
  readonly performance: number;
  readonly accessibility: number;
  /** What accessibility lost points for. */
  readonly failed: readonly string[];
}

export const lighthouseInstalled = (): boolean => existsSync(CLI);

interface Audit {
  readonly score: number | null;
}

interface Report {
  readonly categories: Readonly<
    Record<
      'performance' | 'accessibility',
      { score: number | null; auditRefs: { id: string; weight: number }[] }
    >
  >;
  readonly audits: Readonly<Record<string, Audit>>;
}

/** Looks at a page once as Lighthouse does by default: a mid-range phone on slow mobile data, simulated. */
export async function lookOver(address: string): Promise<Scores> {
  const flags = ['--headless=new', ...chromiumArgs].map(quoted).join(' ');
  const asked = ['--quiet', '--output=json', '--only-categories=performance,accessibility'];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [CLI, address, ...asked, `--chrome-flags=${flags}`],
    { env: { ...process.env, CHROME_PATH: process.env.CHROMIUM_PATH ?? '' }, maxBuffer: 64_000_000 },
  );
  const { categories, audits } = JSON.parse(stdout) as Report;
  const { performance, accessibility } = categories;
  const failed = accessibility.auditRefs.filter(({ id, weight }) => weight > 0 && audits[id]?.score === 0);
  return {
    performance: outOf100(performance.score),
    accessibility: outOf100(accessibility.score),
    failed: failed.map(({ id }) => id),
  };
}

/** A value with a space in it, as Lighthouse takes a flag apart. */
const quoted = (flag: string): string => flag.replace(/=(.* .*)$/, '="$1"');

const outOf100 = (score: number | null): number => Math.round((score ?? NaN) * 100);
