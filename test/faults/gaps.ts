import type { Hall } from './hall';
import { within } from './within';

/** What a server is started with so that it knows its longest gap. */
export const WATCHING_GAPS = { NODE_OPTIONS: `--import=${new URL('loop-gap.js', import.meta.url).href}` };

/** The longest that the event loop was held since the last time that this was asked, ms. */
export async function longestGap({ server }: Hall): Promise<number> {
  const said = server.output().length;
  process.kill(server.pid(), 'SIGUSR2');
  const found = await within(
    10,
    'an answer to SIGUSR2',
    server.said(new RegExp(`^[\\s\\S]{${said}}[\\s\\S]*longest gap ([\\d.]+) ms`)),
  );
  return Number(found?.[1] ?? NaN);
}
