import type { Lesson, Step } from '#shared/lessons/lesson';
import { lessonOf, several, single } from './lesson';

const both = (it: string, en = it) => ({ it, en });

/** Its texts have marks and formulas wherever a class, a teacher or a reader meets words. */
const worded: Partial<Step> = {
  title: both('La derivata di $\\sigma$', 'The derivative of $\\sigma$'),
  task: both(
    "Quanto vale $\\sigma'(z)$ se **$\\sigma(z) = \\frac{1}{1 + e^{-z}}$**?",
    "What is $\\sigma'(z)$ if **$\\sigma(z) = \\frac{1}{1 + e^{-z}}$**?",
  ),
  theory: both(
    'La regola della catena:\n\n$$\\frac{\\partial L}{\\partial w_i} = \\sum_j \\frac{\\partial L}{\\partial z_j} x_i$$',
    'The chain rule:\n\n$$\\frac{\\partial L}{\\partial w_i} = \\sum_j \\frac{\\partial L}{\\partial z_j} x_i$$',
  ),
  explanation: both(
    'Si deriva:\n\n- il numeratore *sparisce*;\n- resta $\\sigma(z)\\,(1 - \\sigma(z))$.',
    'Take the derivative:\n\n- the numerator *goes*;\n- $\\sigma(z)\\,(1 - \\sigma(z))$ is left.',
  ),
  mistake: both('Dimenticare il fattore $1 - \\sigma$.', 'Forgetting the factor $1 - \\sigma$.'),
  note: { say: both('Scrivi `sigma(z)` alla **lavagna**.'), answer: both('$\\sigma(1-\\sigma)$') },
  hints: [{ text: both('Parti da $e^{-z}$.', 'Begin with $e^{-z}$.') }],
  prediction: {
    question: both("Quanto sarà al massimo $\\sigma'$?", "How large is $\\sigma'$ at most?"),
    options: [
      { id: 'quarter', text: both('$\\frac{1}{4}$') },
      { id: 'one', text: both('$1$') },
    ],
    came: 'quarter',
  },
  seconds: null,
};

const option = (id: string, text: string) => ({ id, text: both(text) });

export const wordedLesson: Lesson = {
  ...lessonOf(
    single({
      ...worded,
      id: 'worded',
      config: {
        options: [
          option('a', '$\\sigma(z)$'),
          option('b', '$1 - \\sigma(z)$'),
          option('c', '$\\sigma(z)\\,(1 - \\sigma(z))$'),
          option('d', 'costa $5, non $6: **niente**'),
        ],
        right: ['c'],
        several: false,
        shuffle: false,
      },
    }),
    several({ id: 'plain', seconds: null }),
  ),
  title: both('Reti e $\\sigma$', 'Networks and $\\sigma$'),
};
