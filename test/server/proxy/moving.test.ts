import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Started } from '#shared/api';
import { inRoom } from '#shared/room-address';
import type { DeskView } from '#shared/session/views';
import { startCluster, type Cluster } from '../../support/cluster/cluster';
import { proxiesHere } from '../../support/cluster/proxy';
import { lessons } from '../../support/lessons';
import { freshToken, Player } from '../../support/player';
import { FIRST_ANSWER, startSession, type Taught } from '../../support/taught';

describe.each(proxiesHere)('a lesson on three servers behind a proxy (%s)', (kind) => {
  let cluster: Cluster;
  let taught: Taught;
  const token = freshToken();

  beforeAll(async () => {
    cluster = await startCluster({ servers: 3, proxy: kind });
    taught = await startSession(cluster.teacher);
  });
  afterAll(() => cluster.stop());

  it('can be rehearsed on each of them, where its desk then looks for it', async () => {
    const { teacher } = cluster;
    const homes = new Set<string>();
    for (let code = 314_159; homes.size < 3; code++) {
      const path = inRoom('/api/rehearsals', String(code));
      const { id } = (await teacher.post(path, { lesson: lessons[0]?.id })).body as Started;
      const headers = { cookie: teacher.cookie };
      const who = { role: 'desk', session: id, code: String(code) } as const;
      const desk = new Player<DeskView>(cluster.url, who, { build: taught.build, headers });
      await desk.until(({ common }) => common?.rehearsal === true);
      desk.close();
      for (const { url, name } of cluster.servers) {
        const there = new Player<DeskView>(url, who, { build: taught.build, headers });
        if ((await there.arrived()) === null) homes.add(name);
        there.close();
      }
    }
  });

  it('goes on at another server when its own is killed, and knows who has answered what', async () => {
    const student = await taught.seated('Mira', token);
    await taught.drive(
      { type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } },
      { type: 'open', step: 0 },
    );
    await student.until(({ own }) => own?.step != null);
    expect(await student.command(FIRST_ANSWER)).toMatchObject({ ok: true });
    const cut = new Promise<true>((resolve) => student.socket.once('disconnect', () => resolve(true)));
    // One after the other, until it was the one that has the room: the others leave the student an answer.
    for (const server of cluster.servers) {
      await server.kill();
      const answered = student.command(FIRST_ANSWER).then(() => false);
      if (await Promise.race([cut, answered])) break;
      await server.start();
    }
    expect(student.socket.connected).toBe(false);
    const again = taught.phone(token);
    await again.until(({ own }) => own !== null);
    expect(again.own?.name).toBe('Mira');
    expect(await again.command(FIRST_ANSWER)).toMatchObject({ ok: false, code: 'already-answered' });
    again.close();
  });
});
