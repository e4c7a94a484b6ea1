/** What a key does at the desk. */
export type Deed =
  | 'next'
  | 'back'
  | 'forward'
  | 'extend'
  | 'freeze'
  | 'reopen'
  | 'voteAgain'
  | 'playAgain'
  | 'showHalf'
  | 'showPicture'
  | 'giveHint'
  | 'closeSoon'
  | 'callEyes'
  | 'darken'
  | 'lock'
  | 'join'
  | 'find'
  | 'help';

/** As much of a keyboard event as deciding needs. */
export interface Press {
  readonly key: string;
  readonly repeat: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const deeds: Readonly<Record<string, Deed>> = {
  ' ': 'next',
  ArrowLeft: 'back',
  ArrowRight: 'forward',
  '+': 'extend',
  f: 'freeze',
  r: 'reopen',
  v: 'voteAgain',
  n: 'playAgain',
  m: 'showHalf',
  a: 'showPicture',
  h: 'giveHint',
  s: 'closeSoon',
  e: 'callEyes',
  b: 'darken',
  l: 'lock',
  c: 'join',
  '/': 'find',
  '?': 'help',
};

/** The keys in the order in which the help lists them, as they are written on a keyboard. */
export const keyCaps: readonly { readonly deed: Deed; readonly cap: string }[] = [
  { deed: 'forward', cap: '→' },
  { deed: 'back', cap: '←' },
  { deed: 'extend', cap: '+' },
  { deed: 'freeze', cap: 'F' },
  { deed: 'reopen', cap: 'R' },
  { deed: 'voteAgain', cap: 'V' },
  { deed: 'playAgain', cap: 'N' },
  { deed: 'showHalf', cap: 'M' },
  { deed: 'showPicture', cap: 'A' },
  { deed: 'giveHint', cap: 'H' },
  { deed: 'closeSoon', cap: 'S' },
  { deed: 'callEyes', cap: 'E' },
  { deed: 'darken', cap: 'B' },
  { deed: 'lock', cap: 'L' },
  { deed: 'join', cap: 'C' },
  { deed: 'find', cap: '/' },
  { deed: 'help', cap: '?' },
];

/** A held key counts once, and the browser keeps its own combinations. */
export function deedOf(press: Press): Deed | null {
  if (press.repeat || press.ctrlKey || press.metaKey || press.altKey) return null;
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  return deeds[key] ?? null;
}

const TYPING =
  'input, textarea, select, [contenteditable], [role="menu"], [role="dialog"], [role="alertdialog"]';

/**
 * Whether the element that has the focus wants the key for itself. A button or a link wants the space bar, unless it
 * got the focus by a click: then the teacher's hands are on the mouse and space means "go on", also behind the link
 * that opens the projector, which is clicked right before.
 */
export function wantsKey(target: Element, key: string, clicked: boolean): boolean {
  if (target.closest(TYPING)) return true;
  if (key !== ' ') return false;
  return target.closest('summary') !== null || (target.closest('a, button') !== null && !clicked);
}
