import { expect, it } from 'vitest';
import { inRoom } from '#shared/room-address';
import { roomNamed } from '../../../server/live/named-room';

it.each([
  inRoom('/socket.io/', '123456'),
  '/socket.io/?EIO=4&room=123456&transport=polling',
  '/?b=room&room=123456',
])('a room is named by %s', (url) => expect(roomNamed(url)).toBe('123456'));

it.each([
  ['names none', '/socket.io/?EIO=4'],
  ['has no query', '/room=123456'],
  ['names an empty one', '/?room='],
  ['names two', '/?room=123456&room=123456'],
  ['names one in capitals', '/?ROOM=123456'],
  ['names another in capitals', '/?ROOM=999999&room=123456'],
  ['names another behind a semicolon', '/?a=1;room=999999&room=123456'],
  ['names another in a coded name', '/?r%6Fom=999999&room=123456'],
  ['has a coded name', '/?%72oom=123456'],
  ['has a coded digit', '/?room=%3123456'],
  ['has blanks', '/?room=123456+'],
  ['goes on behind a hash', '/?room=123456&a=#b'],
  ['cannot be decoded and names none', '/?%zz=123456'],
])('nothing counts as named by an address that %s', (_what, url) => {
  expect(roomNamed(url)).toBeNull();
});

it('what cannot be decoded beside it changes nothing', () => {
  expect(roomNamed('/?%zz=1&room=123456')).toBe('123456');
});
