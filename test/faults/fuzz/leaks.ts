import { MARK } from './canary';

/** Who a connection of the fuzz is. */
export type Role = 'seat' | 'newcomer' | 'screen' | 'desk' | 'nobody';

/** Events that each may be sent. */
const events: Readonly<Record<Role, readonly string[]>> = {
  seat: ['frame', 'bye', 'draft-gap'],
  newcomer: ['frame', 'bye', 'draft-gap'],
  screen: ['frame', 'pulse', 'bye'],
  desk: ['frame', 'pulse', 'roster', 'bye'],
  nobody: [],
};

/** Parts of a desk's view, and of the projector's, that others must not have. What is open on stage, a phone has too. */
const DESK_ONLY = [
  ...['stations', 'note', 'answer', 'preview', 'next', 'limit', 'boardShown'],
  ...['begun', 'undoUntil'],
];
const SCREEN_ONLY = ['code', 'locked', 'rehearsal', 'dark'];

const forbidden: Readonly<Record<Role, readonly string[]>> = {
  seat: [...DESK_ONLY, ...SCREEN_ONLY],
  newcomer: [...DESK_ONLY, ...SCREEN_ONLY],
  screen: DESK_ONLY,
  desk: [],
  nobody: [],
};

/** What a connection heard that belongs to another role, another seat or another session. */
export function foreign(role: Role, heard: readonly string[]): string[] {
  const seats = new Set<string>();
  const findings = heard.flatMap((text) => {
    if (text.includes(MARK)) return [`${role} heard of another session: ${text.slice(0, 200)}`];
    if (text.includes('"server-failed"')) return [`${role} made the server fail: ${text.slice(0, 200)}`];
    const [, name = '', body = ''] = /^42\["([\w-]+)",([\s\S]*)\]$/.exec(text) ?? [];
    if (name === '') return [];
    if (!events[role].includes(name)) return [`${role} was sent ${name}`];
    if (name !== 'frame') return [];
    const { common, own } = JSON.parse(body) as { common: object | null; own: { seat?: string } | null };
    if (own?.seat !== undefined) seats.add(own.seat);
    return forbidden[role]
      .filter((part) => part in (common ?? {}))
      .map((part) => `${role} was shown ${part}`);
  });
  return seats.size > (role === 'seat' || role === 'newcomer' ? 1 : 0)
    ? [...findings, `${role} was shown the seats ${[...seats].join(', ')}`]
    : findings;
}
