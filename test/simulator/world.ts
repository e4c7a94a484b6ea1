import { derive } from '#shared/rng';
import type { Lesson, Step } from '#shared/lessons/lesson';
import { everyKind } from '../support/every-kind';
import { created } from '../support/session';
import { Chance } from './chance';
import { Disk } from './disk';
import { Timeline } from './timeline';

export const SESSION = 'session-1';

/** Enough steps that no simulation reaches the end early. */
const lesson: Lesson = {
  ...everyKind,
  steps: [0, 1, 2, 3, 4].flatMap((round) =>
    everyKind.steps.map((step, i) => ({
      ...step,
      id: `${step.id}-${round}`,
      explanation: secretText(`explanation ${round}/${i}`),
      mistake: secretText(`mistake ${round}/${i}`),
      ...asidesOf(`${round}-${i}`),
      timing: (['accuracy', 'speed'] as const)[round % 2] ?? 'accuracy',
      // Short ones, so that time runs out while everybody is busy.
      seconds: ([2, 20, 2, null] as const)[(round + i) % 4] ?? null,
    })),
  ),
};

/** What a class expects before a step, and two hints: one from the teacher, one that comes by itself. */
function asidesOf(step: string): Pick<Step, 'prediction' | 'hints'> {
  const options = ['no', 'yes'].map((said) => ({ id: `${said}-${step}`, text: secretText(said) }));
  return {
    prediction: { question: secretText('what will it be?'), options, came: `yes-${step}` },
    hints: [{ text: secretText(`hint ${step}/1`) }, { text: secretText(`hint ${step}/2`), after: 1 }],
  };
}

function secretText(words: string) {
  return { it: `[${words}]`, en: `[${words}]` };
}

/** Everything that one simulation shares. What goes wrong in it is a sentence in `findings`. */
export class World {
  readonly timeline = new Timeline();
  readonly lesson = lesson;
  readonly disk: Disk;
  readonly findings: string[] = [];
  /** Nothing fails any more, and nobody does anything new. */
  calm = false;
  #ids = 0;

  constructor(readonly seed: string) {
    this.disk = new Disk(this);
  }

  begin(): Promise<unknown> {
    const first = created(this.lesson, { seed: derive(this.seed, 'session'), limit: 9 });
    return this.disk.write([{ session: SESSION, events: [first], claim: null, release: null }]);
  }

  chance(label: string): Chance {
    return new Chance(this.seed, label);
  }

  fault(chance: Chance, probability: number): boolean {
    return chance.happens(probability) && !this.calm;
  }

  readonly freshId = (what: string): string => `${what}-${String(++this.#ids).padStart(6, '0')}`;

  /** A sentence for whoever reads the findings; the same one is told once. */
  found(sentence: string): void {
    if (!this.findings.includes(sentence)) this.findings.push(sentence);
  }
}
