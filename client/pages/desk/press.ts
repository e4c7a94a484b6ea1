import type { Desk } from './desk.svelte';
import { deedOf, wantsKey, type Deed } from './keys';
import { shortcuts } from './shortcuts.svelte';

const FIND = 'desk-find';

/** Listens to the keyboard for as long as the desk is open. Returns what stops it. */
export function listen(desk: Desk): () => void {
  let clicked = false;
  const onPointer = () => (clicked = true);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Tab') clicked = false;
    const deed = deedOf(event);
    if (!deed || desk.box || event.defaultPrevented) return;
    if (event.key.length === 1 && event.key !== ' ' && !shortcuts.on) return;
    if (event.target instanceof Element && wantsKey(event.target, event.key, clicked)) return;
    event.preventDefault();
    act(desk, deed);
  };
  // Before any button: a menu that was opened by a click and closed by Escape has the focus, and would open again.
  const onSpace = (event: KeyboardEvent) => {
    const onButton = event.target instanceof Element && event.target.closest('button') !== null;
    if (event.key !== ' ' || !clicked || !onButton || desk.box) return;
    onKey(event);
    if (event.defaultPrevented || event.repeat) swallow(event);
  };
  addEventListener('pointerdown', onPointer, true);
  addEventListener('keydown', onSpace, true);
  addEventListener('keydown', onKey);
  return () => {
    removeEventListener('pointerdown', onPointer, true);
    removeEventListener('keydown', onSpace, true);
    removeEventListener('keydown', onKey);
  };
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}

const acts: Readonly<Record<Deed, (desk: Desk) => void>> = {
  next: (desk) => void desk.next(),
  back: (desk) => desk.back(),
  forward: (desk) => desk.forward(),
  extend: (desk) => desk.extend(),
  freeze: (desk) => desk.freeze(),
  reopen: (desk) => desk.reopen(),
  voteAgain: (desk) => desk.voteAgain(),
  playAgain: (desk) => desk.playAgain(),
  showHalf: (desk) => desk.showHalf(),
  showPicture: (desk) => desk.showPicture(),
  giveHint: (desk) => desk.giveHint(),
  closeSoon: (desk) => desk.closeSoon(),
  callEyes: (desk) => desk.callEyes(),
  darken: (desk) => desk.darken(),
  lock: (desk) => desk.lock(),
  join: (desk) => (desk.box = { is: 'join' }),
  find: () => document.getElementById(FIND)?.focus(),
  help: (desk) => (desk.box = { is: 'keys' }),
};

const act = (desk: Desk, deed: Deed) => acts[deed](desk);
