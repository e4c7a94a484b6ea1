import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Addresses, RehearsalKey } from '#shared/api';
import { inRoom } from '#shared/room-address';
import type { PhoneView } from '#shared/session/views';
import { freshToken, Player } from '../../support/player';
import { onPostgres } from '../../support/on-postgres';
import { startTwo, type Two } from '../../support/two-apps';

const OTHER = '999999';

let two: Two;
let id: string;
let code: string;
let phone: Player<PhoneView>;
let written: number;
let players: { close: () => void }[];

/** How much has been written of the session. */
async function length(): Promise<number> {
  const [row] = await onPostgres(
    two.database.url,
    `SELECT count(*)::int AS events FROM log_event WHERE session = '${id}'`,
  );
  return row?.events as number;
}

/** A class at the first server. */
beforeEach(async () => {
  players = [];
  two = await startTwo();
  ({ id, code } = await two.session());
  phone = await two.join(two.one, code, 'Zoe');
  written = await length();
});

afterEach(async () => {
  for (const player of players) player.close();
  await two.stop();
});

/** What somebody hears who comes to the second server. */
function arriving(
  who: ConstructorParameters<typeof Player>[1],
  given: ConstructorParameters<typeof Player>[2] = {},
): Promise<string | null> {
  const player = new Player(two.other.base, who, given);
  players.push(player);
  return player.arrived();
}

const asPhone = (room: string) => arriving({ role: 'phone', code, token: freshToken() }, { room });

async function asScreen(room: string) {
  const { screenPath } = (await two.ada.get(`/api/sessions/${id}/desk`)).body as Addresses;
  return arriving({ role: 'screen', session: id, key: screenPath.split('#key=')[1] ?? '', code }, { room });
}

const asDesk = (room: string) => {
  const headers = { cookie: two.there.cookie, origin: two.other.base };
  return arriving({ role: 'desk', session: id, code }, { room, headers });
};

/** The class is where it was: nothing was written, nobody was sent away, and the next one comes in there. */
async function expectAtHome() {
  expect([await length(), phone.bye]).toEqual([written, null]);
  await two.join(two.one, code, 'Yara');
  expect([await length(), phone.bye]).toEqual([written + 1, null]);
}

describe('a class stays at its server, whoever comes to another one with an address that names another room', () => {
  it.each([
    ['a phone with the right code', () => asPhone(OTHER)],
    ['a projector with the right key', () => asScreen(OTHER)],
    ['the teacher’s own desk', () => asDesk(OTHER)],
    ['a phone without a room', () => asPhone('')],
  ])('%s', async (_who, come) => {
    expect(await come()).toBe('wrong-room');
    await expectAtHome();
  });

  it.each([
    ['whose name only some decode', (room: string) => `r%6fom=${room}`],
    ['whose digits only some decode', (room: string) => `room=%3${room[0]}${room.slice(1)}`],
    ['of which some take the first', (room: string) => `room=${OTHER}&room=${room}`],
    ['that some write in capitals', (room: string) => `ROOM=${OTHER}&room=${room}`],
    ['that some part elsewhere', (room: string) => `a=1;room=${OTHER}&room=${room}`],
  ])('a request %s', async (_which, query) => {
    const key = readFileSync(join(two.other.dataDir, 'rehearsal.key'), 'utf8').trim();
    const asked = await two.there.get(`/api/rehearsal/${code}?${query(code)}`, {
      authorization: `Bearer ${key}`,
    });
    expect(asked.body).toEqual({ code: 'wrong-room' });
    await expectAtHome();
  });

  it('who asks for a rehearsal without its key, whatever the address says', async () => {
    const path = `/api/rehearsal/${code}`;
    for (const address of [path, inRoom(path, code), inRoom(path, OTHER)])
      for (const headers of [{}, { authorization: 'Bearer any' }])
        expect((await two.other.browser().get(address, headers)).body).toEqual({ code: 'rehearsal-refused' });
    await expectAtHome();
  });

  it('who asks with the session’s own key, and names no room or another', async () => {
    const { key } = (await two.there.get(`/api/sessions/${id}/rehearsal-key`)).body as RehearsalKey;
    const headers = { authorization: `Bearer ${key}` };
    const path = `/api/rehearsal/${code}`;
    for (const address of [path, inRoom(path, OTHER)])
      expect((await two.other.browser().get(address, headers)).body).toEqual({ code: 'wrong-room' });
    await expectAtHome();
    // Where a proxy has chosen the other server for this very room, it has it.
    expect((await two.other.browser().get(inRoom(path, code), headers)).body).toEqual({ ready: true });
  });
});

it('another teacher’s session is unknown at a desk, by whatever address', async () => {
  await onPostgres(
    two.database.url,
    'SET session_replication_role = replica',
    `UPDATE "Session" SET "teacherId" = 'somebody' WHERE id = '${id}'`,
  );
  expect(await asDesk(OTHER)).toBe('unknown-session');
  await expectAtHome();
});

it.each([
  ['a phone', () => asPhone(code)],
  ['a projector', () => asScreen(code)],
  ['a desk', () => asDesk(code)],
])(
  '%s that a proxy sends to another server by the class’s own address is let in there',
  async (_who, come) => {
    expect(await come()).toBeNull();
    await phone.until(({ bye }) => bye?.code === 'server-moved');
  },
);

it('keys that are guessed are looked up twenty times, and then not at all', async () => {
  const guess = async () =>
    (await two.other.browser().get(`/api/rehearsal/${code}`, { authorization: 'Bearer any' })).body;
  for (let i = 0; i < 20; i++) expect(await guess()).toEqual({ code: 'rehearsal-refused' });
  expect(await guess()).toEqual({ code: 'too-many-guesses' });
});
