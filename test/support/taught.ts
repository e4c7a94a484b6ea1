import * as v from 'valibot';
import { choice } from '#shared/activities/choice/index';
import type { Started } from '#shared/api';
import type { DeskRequest } from '#shared/protocol';
import type { DeskView } from '#shared/session/views';
import { Browser } from './browser';
import { freshToken, Player } from './player';
import { lessons } from './lessons';
import { roomCode } from './room-code';
import { builtId, type RunningServer } from './server';

const { right: picked } = v.parse(choice.config, lessons[0]?.steps[0]?.config);

/** What a student who knows sends at the first step of the short lesson. */
export const FIRST_ANSWER = { type: 'submit', step: 0, submission: { picked } } as const;

/** A built server with its first teacher signed in and one session of the short lesson. */
export async function teach(
  server: Pick<RunningServer, 'base' | 'firstLink'>,
  teacher = { name: 'Ada', password: 'correct horse' },
) {
  const browser = new Browser(server.base);
  await browser.post('/api/first-teacher', { link: server.firstLink(), ...teacher });
  return startSession(browser);
}

/** A session of the short lesson, started by the teacher whose browser that is. */
export async function startSession(browser: Browser, build = builtId()) {
  const { base } = browser;
  const started = await browser.post('/api/sessions', { lesson: lessons[0]?.id });
  if (started.status !== 200) throw new Error(`no session was started: ${started.text}`);
  const { id } = started.body as Started;
  const code = await roomCode(browser, id);
  const desk = () => {
    const headers = { cookie: browser.cookie };
    return new Player<DeskView>(base, { role: 'desk', session: id, code }, { build, headers });
  };
  const player = (token = freshToken(), port = Number(new URL(base).port)) =>
    new Player(`http://127.0.0.1:${port}`, { role: 'phone', code, token }, { build });
  return {
    ...{ browser, id, code, build, desk },
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
      const one = desk();
      await one.arrived();
      for (const request of requests) await accepted(one, request);
      one.close();
    },
  };
}

export type Taught = Awaited<ReturnType<typeof startSession>>;

async function accepted(player: Pick<Player, 'command'>, request: Parameters<Player['command']>[0]) {
  const ack = await player.command(request);
  if (!ack.ok) throw new Error(`${request.type} was refused: ${ack.code}`);
}
