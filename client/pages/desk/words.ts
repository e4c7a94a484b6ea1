import type { Pace, Stage } from '#shared/session/events';
import type { Look, Theme } from '#shared/session/look';
import type { DeskView, Station } from '#shared/session/views';
import * as m from '../../i18n/generated/messages.js';
import { plainly } from '../../i18n/locale.svelte';
import { roundedDown, type Crowd, type Whence } from './crowds';
import { minutesAndSeconds } from '../teach/format';
import { languageNames } from '../../ui/language-names';

/** What the biggest button says. */
export function nextWords({ next, stage, returnTo }: Pick<DeskView, 'next' | 'stage' | 'returnTo'>): string {
  switch (next?.type) {
    case 'open':
      return m.desk_next_open();
    case 'close':
      return m.desk_next_close();
    case 'reveal':
      return m.desk_next_reveal();
    case 'go':
      return returnTo ? returnWords(next.to) : goWords(next.to, stage);
    case 'end':
      return m.desk_next_end();
    default:
      return m.desk_next_over();
  }
}

/** Back from an earlier reveal that was shown again. */
const returnWords = (to: Stage): string =>
  'step' in to ? m.desk_next_return({ step: to.step + 1 }) : m.desk_next_return_podium();

function goWords(to: Stage, from: Stage): string {
  if (to.at === 'board') return m.desk_next_board();
  if (to.at === 'podium') return m.desk_next_podium();
  return from.at === 'lobby' ? m.desk_next_start() : m.desk_next_step();
}

/** A seat's time beside the class's. */
export function paceWords(pace: Pace): string {
  switch (pace) {
    case 10:
      return m.desk_pace_common();
    case 13:
      return m.desk_pace_longer();
    case 20:
      return m.desk_pace_double();
    case null:
      return m.desk_pace_none();
  }
}

export function phaseWords(phase: Station['phase']): string {
  switch (phase) {
    case 'waiting':
      return m.desk_phase_waiting();
    case 'shown':
      return m.desk_phase_shown();
    case 'open':
      return m.desk_phase_open();
    case 'closed':
      return m.desk_phase_closed();
    case 'revealed':
      return m.desk_phase_revealed();
  }
}

/** Why a class does not vote once more; null: it may. */
export function noVoteWords(why: DeskView['noVote']): string | null {
  if (why === null) return null;
  return why === 'seen' ? m.desk_no_vote_seen() : m.desk_no_vote_twice();
}

/** The name of a place in the lesson. */
export function stageWords(stage: Stage, stations: DeskView['stations']): string {
  switch (stage.at) {
    case 'lobby':
      return m.desk_lobby();
    case 'step':
    case 'board': {
      const station = stations[stage.step];
      return station ? plainly(station.title) : '';
    }
    case 'podium':
    case 'ended':
      return m.desk_podium();
  }
}

export const themeWords = (theme: Theme): string =>
  theme === 'night' ? m.desk_look_night() : m.desk_look_paper();

/** What the projector is shown in, as the menu says it. */
export const lookWords = ({ language, theme }: Look): string =>
  m.desk_look({ language: languageNames[language], theme: themeWords(theme).toLowerCase() });

const crowds: Readonly<Record<Whence, (given: { count: number; time: string }) => string>> = {
  device: (given) => m.desk_crowd_device(given),
  unmarked: (given) => m.desk_crowd_unmarked(given),
  network: (given) => m.desk_crowd_network(given),
};

const saidOfCrowds: Readonly<Record<Whence, (given: { count: number }) => string>> = {
  device: (given) => m.desk_crowd_device_said(given),
  unmarked: (given) => m.desk_crowd_unmarked_said(given),
  network: (given) => m.desk_crowd_network_said(given),
};

const reasons: Readonly<Record<Whence, () => string>> = {
  device: () => m.desk_crowd_device_text(),
  unmarked: () => m.desk_crowd_unmarked_text(),
  network: () => m.desk_crowd_network_text(),
};

/** How many seats come from where, and how fast they came. */
export const crowdWords = ({ whence, seats, within }: Crowd): string =>
  crowds[whence]({ count: seats, time: minutesAndSeconds(within) });

/** The same for who listens: it does not change with every seat. */
export const crowdSaid = ({ whence, seats }: Crowd): string =>
  saidOfCrowds[whence]({ count: roundedDown(seats) });

/** What it means to remove them. */
export const crowdReasons = ({ whence }: Crowd): string => reasons[whence]();
