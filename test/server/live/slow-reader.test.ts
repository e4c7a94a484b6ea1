import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Stage } from '#shared/session/events';
import { PROTOCOL } from '#shared/version';
import { Deaf } from '../../support/deaf';
import { startEngine, type Engine } from '../../support/engine';
import { lessonOf, single } from '../../support/lesson';

/** A theory that makes every frame large: what the kernel takes for a reader that sleeps is full soon. */
const long = (letter: string) => ({ it: letter.repeat(200_000), en: letter.repeat(200_000) });
/** Far more than the kernel's buffers and the server's queue hold together. */
const MOVES = 120;

let engine: Engine;
let deaf: Deaf;
beforeEach(async () => void (engine = await startEngine()));
afterEach(async () => {
  deaf.close();
  expect(engine.bugs).toEqual([]);
  await engine.stop();
});

it('cuts off a projector that never reads although it answers pings, and the other one misses nothing', async () => {
  const { id, code } = await engine.create(
    lessonOf(single({ theory: long('x') }), single({ theory: long('y') })),
  );
  const room = engine.rooms.get(id)!;
  const screen = engine.screen(id);
  expect(await screen.arrived()).toBeNull();
  const hello = {
    protocol: PROTOCOL,
    build: 'test',
    role: 'screen',
    session: id,
    key: `key-of-${id}-0123456789`,
  } as const;
  deaf = await Deaf.open(engine.url, hello, { room: code, answersPings: true });
  let from: Stage = { at: 'lobby' };
  for (let move = 0; move < MOVES; move++) {
    const to: Stage = { at: 'step', step: move % 2 };
    const command = { type: 'go', from, to } as const;
    const ack = await room.execute({ id: `move-${move}`, actor: { role: 'host', command }, claim: null });
    if (!ack.ok) throw new Error(ack.code);
    await screen.until(({ seq }) => seq === ack.seq);
    from = to;
  }
  await deaf.cutOff;
  expect(screen.socket.connected).toBe(true);
});
