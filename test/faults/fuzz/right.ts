import type { DeskRequest, Handshake, PhoneRequest } from '#shared/protocol';
import { PROTOCOL } from '#shared/version';

const secret = 'a-secret-of-a-seat-or-so';
const seat = 'seat-of-ada';

/** What is right, for making what is nearly right from it. */
export const phoneRequests: readonly PhoneRequest[] = [
  { type: 'join', name: 'Bea' },
  { type: 'take-seat', ticket: secret },
  { type: 'submit', step: 0, submission: { picked: ['a'] } },
  { type: 'submit', step: 1, submission: { w: [1, -1], b: 0.5 } },
];

export const deskRequests: readonly DeskRequest[] = [
  { type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } },
  { type: 'go', from: { at: 'board', step: 0 }, to: { at: 'podium' } },
  ...(['open', 'close', 'reveal', 'freeze', 'unfreeze', 'vote-again', 'play-again'] as const).map((type) => ({
    type,
    step: 0,
  })),
  { type: 'extend', step: 0, by: 15 },
  { type: 'show-board', shown: true },
  { type: 'darken', dark: true },
  { type: 'set-look', look: { language: 'en', theme: 'night', follows: false } },
  { type: 'lock' },
  { type: 'unlock' },
  { type: 'rename', seat, name: 'Bo' },
  { type: 'kick', seat },
  { type: 'readmit', seat },
  { type: 'issue-ticket', seat, ticket: secret },
  { type: 'end' },
  { type: 'undo-end' },
];

export const handshakes: readonly Handshake[] = [
  { protocol: PROTOCOL, build: 'test', role: 'phone', code: '123456', token: secret },
  { protocol: PROTOCOL, build: 'test', role: 'screen', session: 'a-session', key: secret },
  { protocol: PROTOCOL, build: 'test', role: 'desk', session: 'a-session' },
];

export const bodies = {
  firstTeacher: { link: secret, name: 'Ada', password: 'correct horse' },
  signIn: { name: 'Ada', password: 'correct horse' },
  start: { lesson: 'first' },
  pick: { address: 'http://192.168.1.2:3000' },
  keep: { kept: true },
  query: { table: 'students', language: 'it' },
  ownReview: { code: '123456', token: secret },
};
