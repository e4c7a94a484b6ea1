import { countedSteps } from '../board';
import { sizeOf, topOf } from '../ranks';
import { stepAt, type BoardRow, type SessionState } from '../state';
import type { BoardView, Names, Rest, TopRow } from './types';

/** How many of those who stand beside the board are named. */
const BESIDE = 6;

const hidden: BoardView = { top: null, rest: null };

/** The top of the board, where a board is on stage. */
export function boardOnStage(state: SessionState, names: Names): BoardView {
  const { at } = state.stage;
  if (at === 'lobby' || at === 'step' || (at === 'board' && !state.boardShown)) return hidden;
  return boardView(state, names);
}

/** The top of the board as phones have it: from a step's reveal on, while the board is not hidden, and at the end. */
export function boardOnPhones(state: SessionState, names: Names): BoardView {
  const stage = state.onPhones;
  if (stage.at === 'lobby') return hidden;
  if (stage.at === 'podium' || stage.at === 'ended') return boardView(state, names);
  return state.boardShown && stepAt(state, stage)?.step.phase === 'revealed'
    ? boardView(state, names)
    : hidden;
}

function boardView(state: SessionState, names: Names): BoardView {
  const groups = topOf(state.board);
  const counted = countedSteps(state);
  return {
    top: groups.flatMap(({ named }) => named.map((row) => topRow(state, row, counted, names))),
    rest: {
      crowds: groups.filter(({ more }) => more > 0).map(({ named: _named, ...crowd }) => crowd),
      below: state.board.length - sizeOf(groups),
      beside: besideBoard(state, names),
    },
  };
}

const topRow = (state: SessionState, row: BoardRow, counted: number, names: Names): TopRow => ({
  seat: row.seat,
  name: nameIn(state, row.seat, names),
  rank: row.rank,
  share: row.share,
  points: row.points,
  right: row.right,
  late: row.steps < counted,
});

function besideBoard(state: SessionState, names: Names): Rest['beside'] {
  const seats = [...state.beside.keys()];
  return {
    names: seats.slice(0, BESIDE).map((seat) => nameIn(state, seat, names)),
    more: Math.max(0, seats.length - BESIDE),
  };
}

const nameIn = (state: SessionState, seat: string, names: Names): string =>
  names(state.seats.get(seat)?.name ?? '');
