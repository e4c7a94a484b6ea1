import { kept } from '../live/kept';

export type Theme = 'paper' | 'night';

const KEY = 'trainoff-theme';
const COLOUR: Readonly<Record<Theme, string>> = { paper: '#fbfaf7', night: '#15171b' };

let current = $state<Theme>(kept.read(KEY) === 'night' ? 'night' : 'paper');

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
};

function show(): void {
  document.documentElement.dataset.theme = current;
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', COLOUR[current]);
}

show();
