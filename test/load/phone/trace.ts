import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Page } from '@playwright/test';
import type { Watched } from './scenes';

/** What a profile of one drag needs: tasks of all threads, layouts, paints, and samples of the script. */
const CATEGORIES = [
  ...['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink', 'cc', 'viz', 'benchmark'],
  ...['toplevel', 'v8.execute', 'disabled-by-default-v8.cpu_profiler', 'loading', 'blink.user_timing'],
];

/** Writes what the browser does while something is played; being written costs time, so nothing is counted then. */
export async function traced({ page }: Watched, file: string, play: () => Promise<unknown>): Promise<void> {
  const browser = await browserOf(page);
  const events: unknown[] = [];
  browser.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const complete = new Promise<void>((resolve) => browser.once('Tracing.tracingComplete', () => resolve()));
  await browser.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES, recordMode: 'recordUntilFull' },
  });
  await play();
  await browser.send('Tracing.end');
  await complete;
  await browser.detach();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ traceEvents: events }));
}

async function browserOf(page: Page) {
  const browser = page.context().browser();
  if (!browser) throw new Error('a page has a browser');
  return browser.newBrowserCDPSession();
}
