/** A step to the right and a step up. */
export type Step = readonly [right: number, up: number];

const steps: Readonly<Record<string, Step>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** With Shift an arrow goes so many steps. */
const FAR = 5;

/** The steps that an arrow key asks a handle to go; null for any other key. */
export function stepsOf({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>): Step | null {
  const step = steps[key];
  if (!step) return null;
  return shiftKey ? [FAR * step[0], FAR * step[1]] : step;
}
