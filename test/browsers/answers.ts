import { config as choice } from '#shared/activities/choice/config';
import { config as gate } from '#shared/activities/gate/config';
import { gateFor } from '#shared/activities/gate/own';
import { bestOf } from '#shared/activities/neuron/margin';
import type { Step } from '#shared/lessons/lesson';
import { inLanguage } from '#shared/text';
import * as v from 'valibot';
import { say, type Seat } from './class';
import { sought, type Sought } from './sought';
import { press, sees, type Window } from './window';

/** Brings a slider to a value. */
export type Slide = (window: Window, slider: Sought, to: number) => Promise<void>;

interface Range {
  readonly at: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

async function rangeOf(window: Window, slider: Sought): Promise<Range> {
  await sees(window, slider);
  return window.run(`((input) => {
    input.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const { x, y, width, height } = input.getBoundingClientRect();
    const { valueAsNumber: at, min, max, step } = input;
    return { at, min: +min, max: +max, step: +step, box: { x, y, width, height } };
  })(${sought(slider)})`);
}

export const valueOf = async (window: Window, slider: Sought): Promise<number> =>
  (await rangeOf(window, slider)).at;

/** By the arrow keys. */
export const byKeys: Slide = async (window, slider, to) => {
  const { at, step } = await rangeOf(window, slider);
  await window.run(`${sought(slider)}.focus()`);
  await window.keys(to < at ? 'ArrowLeft' : 'ArrowRight', Math.abs(to - at) / step);
};

/** Width of a slider's thumb, px. */
const THUMB = 30;

/** By dragging its thumb. */
export const byDrag: Slide = async (window, slider, to) => {
  const { at, min, max, box } = await rangeOf(window, slider);
  const x = (value: number) => box.x + THUMB / 2 + ((value - min) / (max - min)) * (box.width - THUMB);
  const y = box.y + box.height / 2;
  await window.drag({ x: x(at), y }, { x: x(to), y });
};

/** Chooses what somebody chooses who understood, without sending it. */
export async function answerWell(seat: Seat, { kind, config }: Step, slide: Slide): Promise<void> {
  if (kind === 'gate') {
    const given = v.parse(gate, config);
    const { w, b } = bestOf(gateFor(given, null));
    for (const [nth, value] of [...(given.moves ? [] : w), b].entries())
      await slide(seat.window, { role: 'slider', nth }, value);
    return;
  }
  const { options, right } = v.parse(choice, config);
  const found = options.find(({ id }) => right.includes(id));
  if (!found) throw new Error(`${kind} has no right option`);
  await press(seat.window, { role: 'radio', name: inLanguage(found.text, [seat.locale]) });
}

/** Sends what was chosen, and waits until it is on the server's disk. */
export async function send(seat: Seat): Promise<void> {
  await press(seat.window, { css: 'main button.wide' });
  await sees(seat.window, { role: 'button', name: say(seat, 'activities_received') });
}
