import type { DeskView } from '#shared/session/views';
import { takeSeat } from '../../../load/clients';
import { Browser } from '../../../support/browser';
import { freshToken, Player } from '../../../support/player';
import { deskOf } from '../../desk';
import { ADA, type Hall } from '../../hall';
import { within } from '../../within';
import type { Try } from './try';

const PATIENCE = 10;
const NAME = 'Mira';

const knows = ({ roster }: Player<DeskView>): boolean =>
  roster.some(({ rows }) => rows.some(({ name }) => name === NAME));

async function newcomer({ address: { url, code, build } }: Hall): Promise<Player> {
  const phone = new Player(url, { role: 'phone', code, token: freshToken() }, { build });
  await takeSeat(phone, NAME);
  return phone;
}

/** A desk that stays open on a computer on which the teacher has signed out. */
export const signedOut: Try = {
  row: 5,
  what: 'a desk goes on listening after signing out',
  play: async (hall) => {
    const browser = new Browser(hall.server.base);
    await browser.post('/api/sign-in', ADA);
    const [left, other] = [deskOf({ ...hall, cookie: browser.cookie }), deskOf(hall)];
    await Promise.all([left.arrived(), other.arrived()]);
    await browser.post('/api/sign-out');
    const before = left.frames.length;
    const phone = await newcomer(hall);
    await within(
      PATIENCE,
      'the newcomer on the other desk',
      other.until(() => knows(other)),
    );
    const [heard, told] = [left.frames.length - before, knows(left)];
    for (const one of [left, other, phone]) one.close();
    const saw = `${heard} frames after it, ${told ? 'with' : 'without'} a newcomer's name`;
    return { saw, held: !told };
  },
};
