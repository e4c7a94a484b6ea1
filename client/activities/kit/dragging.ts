import type { Attachment } from 'svelte/attachments';
import { following } from './following';
import type { Place } from './plane';
import type { Tuned } from './tuned.svelte';

/** What a drag that starts at `from` does to a value, given where the finger is now; in the drawing's units. */
export type Gesture<Value> = (value: Value, from: Place) => (to: Place) => Value;

const drawingOf = (element: Element): SVGSVGElement | null =>
  element instanceof SVGSVGElement ? element : element.querySelector('svg');

/**
 * Lets a whole picture be dragged, whose first drawing says where a finger is. From grasp to release it is one change,
 * which one undo takes back.
 */
export function draggable<Value>(
  tuned: Tuned<Value>,
  gesture: Gesture<Value>,
): Attachment<HTMLElement | SVGElement> {
  return (picture) =>
    following(picture, {
      down: (event) => {
        const page = drawingOf(picture)?.getScreenCTM()?.inverse();
        if (!page) return null;
        const place = ({ clientX, clientY }: PointerEvent): Place =>
          new DOMPoint(clientX, clientY).matrixTransform(page);
        const go = gesture(tuned.value, place(event));
        tuned.grasp();
        return (move) => tuned.move(go(place(move)));
      },
      up: () => tuned.release(),
    });
}
