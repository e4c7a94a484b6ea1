import { kept } from '../../live/kept';

const KEY = 'trainoff-one-letter-keys';

let on = $state(kept.read(KEY) !== 'false');

/** One-letter keys can be switched off: with speech input a spoken word would press them all. */
export const shortcuts = {
  get on(): boolean {
    return on;
  },
  set on(next: boolean) {
    on = next;
    kept.write(KEY, String(next));
  },
};
