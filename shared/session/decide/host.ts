import type { ErrorCode } from '../../errors';
import type { Result } from '../../result';
import { ok } from '../../result';
import type { HostCommand, Surroundings } from '../commands';
import type { SessionEvent } from '../events';
import type { SessionState } from '../state';
import { close, go, open, playAgain, reveal, showPicture, voteAgain } from '../conductor/drive';
import { end } from './end';
import { hideAnswer } from './hide-answer';
import { issueTicket, kick, kickAll, readmit, readmitAll, rename, setPace } from './seats';
import { closeSoon, extend, freeze, unfreeze } from '../conductor/countdown';
import { sameLook } from '../look';
import { giveHint } from '../hints/give';
import { showHalf } from '../together/reckon';

type Decision = Result<readonly SessionEvent[], ErrorCode>;

export function decideHost(state: SessionState, command: HostCommand, around: Surroundings): Decision {
  switch (command.type) {
    case 'go':
      return go(state, command, around);
    case 'open':
      return open(state, command.step);
    case 'close':
      return close(state, command.step, around);
    case 'reveal':
      return reveal(state, command.step);
    case 'freeze':
      return freeze(state, command.step);
    case 'unfreeze':
      return unfreeze(state, command.step);
    case 'extend':
      return extend(state, command.step, command.by);
    case 'vote-again':
      return voteAgain(state, command.step);
    case 'show-picture':
      return showPicture(state, command.step);
    case 'show-half':
      return showHalf(state, command.step, command.shown);
    case 'close-soon':
      return closeSoon(state, command.step);
    case 'call-eyes':
      return ok(state.eyesUp === command.up ? [] : [{ type: 'eyes-called', up: command.up }]);
    case 'set-path':
      return ok(state.short === command.short ? [] : [{ type: 'path-set', short: command.short }]);
    case 'give-hint':
      return giveHint(state, command.step, command.hint);
    case 'play-again':
      return playAgain(state, command.step);
    case 'hide-answer':
      return hideAnswer(state, command);
    case 'show-board':
      return ok(state.boardShown === command.shown ? [] : [{ type: 'board-shown', shown: command.shown }]);
    case 'darken':
      return ok(state.dark === command.dark ? [] : [{ type: 'screen-darkened', dark: command.dark }]);
    case 'set-look':
      return ok(sameLook(state.look, command.look) ? [] : [{ type: 'look-set', look: command.look }]);
    case 'lock':
      return ok(state.locked ? [] : [{ type: 'room-locked' }]);
    case 'unlock':
      return ok(state.locked ? [{ type: 'room-unlocked' }] : []);
    case 'rename':
      return rename(state, command.seat, command.name);
    case 'kick':
      return kick(state, command.seat);
    case 'readmit':
      return readmit(state, command.seat);
    case 'kick-seats':
      return kickAll(state, command.seats);
    case 'readmit-seats':
      return readmitAll(state, command.seats);
    case 'pace':
      return setPace(state, command.seat, command.pace);
    case 'issue-ticket':
      return issueTicket(state, command.seat, command.ticket);
    case 'end':
      return end(state, around);
    case 'undo-end':
      // It goes on already: another desk was faster.
      return ok([]);
  }
}
