import type { Theme } from '#shared/session/look';
import { kept } from '../live/kept';

const KEY = 'trainoff-theme';
const COLOUR: Readonly<Record<Theme, string>> = { paper: '#fbfaf7', night: '#15171b' };

let current = $state<Theme>(kept.read(KEY) === 'night' ? 'night' : 'paper');
let lent = $state<Theme | null>(null);
let printing = $state(false);

/** Paper is the default also at night: school projectors wash dark screens out. */
export const theme = {
  get current(): Theme {
    return current;
  },
  set current(next: Theme) {
    current = next;
    kept.write(KEY, next);
    show();
  },
  /** Shows another one than this browser keeps, or with null that one again. */
  lend(other: Theme | null): void {
    lent = other;
    show();
  },
  /** What is seen: paper is printed on paper, also what is painted as pixels. */
  get shown(): Theme {
    return printing ? 'paper' : (lent ?? current);
  },
};

function show(): void {
  document.documentElement.dataset.theme = theme.shown;
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', COLOUR[theme.shown]);
}

function print(now: boolean): void {
  printing = now;
  show();
}

addEventListener('beforeprint', () => print(true));
addEventListener('afterprint', () => print(false));
show();
