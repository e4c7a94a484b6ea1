import type { Attack } from './attack';
import { connects } from './connects';
import { crowd } from './crowd';
import { commands, emptyPings, events, eventsOfFour, probes } from './floods';
import { polled } from './polled';
import { health, reviews } from './reads';
import { seatsOfOneMark, seatsWithoutMark, trainings } from './seats';
import { acks, pings, pingsBeforeConnect } from './unread';
import { halfOpenLines, lobby, silent } from './waiting';

/** Every way in which a device misbehaves, by name: another one is a file and a line. */
export const attacks: Readonly<Record<string, Attack>> = {
  'pings unread, nobody said': pingsBeforeConnect,
  'pings unread': pings,
  'acks unread': acks,
  'tiny events': events,
  'tiny events, four connections': eventsOfFour,
  probes,
  commands,
  'empty pings': emptyPings,
  'a thousand CONNECTs': connects,
  'long polling': polled,
  'a crowd within its budgets': crowd,
  'reviews of a class': reviews,
  'is it well': health,
  'lines half open': halfOpenLines,
  'websockets without CONNECT': silent,
  'phones in the lobby': lobby,
  'trainings of many seats': trainings,
  'seats of one browser': seatsOfOneMark,
  'seats without a mark': seatsWithoutMark,
};
