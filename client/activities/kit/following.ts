import { framed, type Framed } from './framed';

export interface Hand {
  /** A finger came down. Answers with what follows it, or with null if it means nothing here. */
  readonly down: (event: PointerEvent) => ((event: PointerEvent) => void) | null;
  readonly up: () => void;
}

/**
 * Lets one finger at a time be followed from where it comes down on an element, once a frame, until it leaves.
 * Whatever follows it works from what `down` read off the page, so that a drag itself asks for no layout.
 */
export function following(element: HTMLElement | SVGElement, hand: Hand): () => void {
  let follow: Framed<PointerEvent> | null = null;
  const down = (event: PointerEvent) => {
    if (follow || event.button !== 0) return;
    const move = hand.down(event);
    if (!move) return;
    follow = framed(move);
    element.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent) => follow?.(event);
  const up = () => {
    if (!follow) return;
    follow.flush();
    follow = null;
    hand.up();
  };
  const calls = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: up };
  for (const [type, call] of Object.entries(calls)) element.addEventListener(type, call as EventListener);
  return () => {
    follow?.stop();
    for (const [type, call] of Object.entries(calls))
      element.removeEventListener(type, call as EventListener);
  };
}
