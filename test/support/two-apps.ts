import type { DeskView, PhoneView } from '#shared/session/views';
import { ADA, startApp, type Running } from './app';
import { Browser } from './browser';
import { temporaryDatabase } from './database';
import { lessons } from './lessons';
import { freshToken, Player } from './player';
import { roomCode } from './room-code';

const SHORT = lessons[0]?.id;

/**
 * Two whole servers of one installation, in this process, on one real database; no proxy says which one is asked. Their
 * teacher is signed in at both, in one browser each.
 */
export async function startTwo(env: Readonly<Record<string, string>> = {}) {
  const database = await temporaryDatabase();
  const given = { env: { DATABASE_URL: database.url, LOG_LEVEL: 'silent', ...env } };
  const one = await startApp(given);
  const ada = await one.teacher();
  const other = await startApp(given);
  const there = new Browser(other.base);
  await there.post('/api/sign-in', ADA);
  const players: { close: () => void }[] = [];
  const keep = <Seen extends { close: () => void }>(player: Seen): Seen => {
    players.push(player);
    return player;
  };
  return {
    ...{ one, other, ada, there, database },
    /** Starts a session of the short lesson at the first server. */
    session: async () => {
      const { id } = (await ada.post('/api/sessions', { lesson: SHORT })).body as { id: string };
      return { id, code: await roomCode(ada, id) };
    },
    /** A phone with a seat, at one of the servers. */
    join: async ({ base }: Running, code: string, name: string, token = freshToken()) => {
      const phone = keep(new Player<PhoneView>(base, { role: 'phone', code, token }));
      await phone.arrived();
      const ack = await phone.command({ type: 'join', name });
      if (!ack.ok) throw new Error(`joining was refused: ${ack.code}`);
      await phone.until(({ own }) => own !== null);
      return phone;
    },
    desk: async (browser: Browser, session: string, code: string) => {
      const headers = { cookie: browser.cookie, origin: browser.base };
      const desk = keep(new Player<DeskView>(browser.base, { role: 'desk', session, code }, { headers }));
      const refused = await desk.arrived();
      if (refused !== null) throw new Error(`the desk was refused: ${refused}`);
      await desk.until(({ common, roster }) => common !== null && roster.length > 0);
      return desk;
    },
    stop: async () => {
      for (const player of players) player.close();
      await other.stop();
      await one.stop();
      await database.remove();
    },
  };
}

export type Two = Awaited<ReturnType<typeof startTwo>>;
