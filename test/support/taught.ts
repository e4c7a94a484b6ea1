import * as v from 'valibot';
import { choice } from '#shared/activities/choice/index';
import type { SessionCard } from '#shared/api';
import type { DeskRequest } from '#shared/protocol';
import type { DeskView } from '#shared/session/views';
import { Browser } from './browser';
import { freshToken, Player } from './player';
import { builtId, type RunningServer } from './server';
import { lessons } from './lessons';

const { right: picked } = v.parse(choice.config, lessons[0]?.steps[0]?.config);

/** What a student who knows sends at the first step of the short lesson. */
export const FIRST_ANSWER = { type: 'submit', step: 0, submission: { picked } } as const;

/** A built server with its first teacher signed in and one session of the short lesson. */
export async function teach(server: RunningServer, teacher = { name: 'Ada', password: 'correct horse' }) {
  const browser = new Browser(server.base);
  await browser.post('/api/first-teacher', { link: server.firstLink(), ...teacher });
  await browser.post('/api/sessions', { lesson: lessons[0]?.id });
  const [card] = (await browser.get('/api/sessions')).body as SessionCard[];
  if (!card) throw new Error('no session was started');
  const { id, code } = card;
  const build = builtId();
  const player = (token = freshToken(), port = server.port) =>
    new Player(`http://127.0.0.1:${port}`, { role: 'phone', code, token }, { build });
  return {
    ...{ browser, id, code, build },
    phone: player,
    /** A phone that has taken a seat. */
    seated: async (name: string, ...where: Parameters<typeof player>) => {
      const phone = player(...where);
      await phone.arrived();
      await accepted(phone, { type: 'join', name });
      await phone.until(({ own }) => own !== null);
      return phone;
    },
    /** A desk that can be driven as fast as a test likes: one device for each handful of commands. */
    drive: async (...requests: DeskRequest[]) => {
      const headers = { cookie: browser.cookie };
      const desk = new Player<DeskView>(server.base, { role: 'desk', session: id, code }, { build, headers });
      await desk.arrived();
      for (const request of requests) await accepted(desk, request);
      desk.close();
    },
  };
}

export type Taught = Awaited<ReturnType<typeof teach>>;

async function accepted(player: Pick<Player, 'command'>, request: Parameters<Player['command']>[0]) {
  const ack = await player.command(request);
  if (!ack.ok) throw new Error(`${request.type} was refused: ${ack.code}`);
}
