import type { Measure } from '#shared/activities/drawing/index';
import * as m from '../../i18n/generated/messages.js';
import type { Verdict } from '../verdicts';

/** What a network read of what a student has drawn, digit by digit. */
export default function verdict({ asked, said }: Measure): Verdict {
  const right = asked.filter((digit, i) => said[i] === digit).length;
  return {
    title: m.drawing_verdict({ right, of: asked.length }),
    words: asked.map((digit, i) => m.drawing_said({ asked: digit, said: said[i] ?? digit })).join(', '),
  };
}
