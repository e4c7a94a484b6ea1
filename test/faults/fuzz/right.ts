import type { DeskRequest, Handshake, PhoneRequest } from '#shared/protocol';
import { PROTOCOL } from '#shared/version';

const secret = 'a-secret-of-a-seat-or-so';
const seat = 'seat-of-ada';

/** What is right, for making what is nearly right from it. */
export const phoneRequests: readonly PhoneRequest[] = [
  { type: 'join', name: 'Bea' },
  { type: 'take-seat', ticket: secret },
  { type: 'submit', step: 0, submission: { picked: ['a'] } },
  { type: 'submit', step: 1, submission: { w: [1, -1], b: 0.5 }, sentBy: 'close' },
  { type: 'predict', step: 0, option: 'two', sure: 'think' },
];

const onStep = [
  ...(['open', 'close', 'reveal', 'freeze', 'unfreeze'] as const),
  ...(['vote-again', 'play-again', 'show-picture', 'close-soon'] as const),
];

export const deskRequests: readonly DeskRequest[] = [
  { type: 'go', from: { at: 'lobby' }, to: { at: 'step', step: 0 } },
  { type: 'go', from: { at: 'board', step: 0 }, to: { at: 'podium' } },
  ...onStep.map((type) => ({ type, step: 0 })),
  { type: 'show-half', step: 0, shown: true },
  { type: 'extend', step: 0, by: 15 },
  { type: 'give-hint', step: 0, hint: 1 },
  { type: 'hide-answer', step: 0, answer: '0123456789ab', hidden: true },
  { type: 'call-eyes', up: true },
  { type: 'set-path', short: true },
  { type: 'show-board', shown: true },
  { type: 'darken', dark: true },
  { type: 'set-look', look: { language: 'en', theme: 'night', follows: false } },
  { type: 'lock' },
  { type: 'unlock' },
  { type: 'rename', seat, name: 'Bo' },
  { type: 'kick', seat },
  { type: 'readmit', seat },
  { type: 'kick-seats', seats: [seat] },
  { type: 'readmit-seats', seats: [seat] },
  { type: 'pace', seat, pace: 13 },
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

const both = (words: string) => ({ it: words, en: words });

/** What a step may carry beside its activity. */
export const asides = {
  prediction: {
    question: both('How many rows will hold?'),
    options: ['two', 'three'].map((id) => ({ id, text: both(id) })),
    came: 'two',
  },
  hints: [{ text: both('Look at the nearest row.') }, { text: both('b is the threshold.'), after: 60 }],
};
