import type { StepOf } from '../step-of';
import { dotOf, written, type Three } from './written';

type Variant = StepOf<'numeric'>['config']['variants'][number];

/** A neuron with a negative sum, so that σ(z) = z/10 makes a difference. */
function neuron(w: Three, x: Three, b: number): Variant {
  const sum = dotOf(w, x);
  const numbers = (row: string, input: string) =>
    `${row} (${written(w)}), ${input} x⁰ = (${written(x)}), b₁ = ${written([b])}.`;
  return {
    given: {
      it: numbers('Prima riga di W₁:', 'ingresso'),
      en: numbers('First row of W₁:', 'input'),
    },
    answer: (sum + b) / 10,
    mistakes: [
      { value: sum + b, why: { it: 'saltato σ', en: 'skipped σ' } },
      { value: sum / 10, why: { it: 'dimenticato b₁', en: 'forgot b₁' } },
      { value: 0, why: { it: 'messo 0 sotto lo zero', en: 'put 0 below zero' } },
    ],
  };
}

/** One neuron of the first hidden layer, from its inputs to its value, σ included. */
export const forward: StepOf<'numeric'> = {
  id: 'il-valore-di-x1',
  kind: 'numeric',
  config: {
    variants: [
      neuron([1, -2, 1], [2, 3, 1], -2),
      neuron([2, 1, -3], [1, 2, 3], 1),
      neuron([-1, 3, -2], [4, 1, 2], -1),
    ],
    unit: null,
    tolerance: 0,
    partial: false,
  },
  title: { it: 'Il valore di x₁¹', en: 'The value of x₁¹' },
  task: {
    it: 'Calcola il primo neurone del primo strato nascosto, dove σ lascia z com’è se non è negativo e altrimenti lo divide per 10.',
    en: 'Work out the first neuron of the first hidden layer, where σ leaves z as it is if it is not negative and divides it by 10 otherwise.',
  },
  theory: {
    it: 'Ogni neurone di uno strato riceve tutti i valori dello strato prima, e il suo è x₁¹ = σ(w₁₁x₁⁰ + w₁₂x₂⁰ + w₁₃x₃⁰ + b₁).',
    en: 'Each neuron of a layer receives all values of the layer before, and its own is x₁¹ = σ(w₁₁x₁⁰ + w₁₂x₂⁰ + w₁₃x₃⁰ + b₁).',
  },
  explanation: {
    it: 'Per esempio con la riga (1, −2, 1), x⁰ = (2, 3, 1) e b₁ = −2: z = 2 − 6 + 1 − 2 = −5, e σ lo fa diventare −0,5. Questo σ si chiama leaky ReLU: piega la retta nell’origine, e tanto basta perché gli strati servano a qualcosa.',
    en: 'For example with the row (1, −2, 1), x⁰ = (2, 3, 1) and b₁ = −2: z = 2 − 6 + 1 − 2 = −5, and σ turns it into −0.5. This σ is called leaky ReLU: it bends the line at the origin, and that is enough to make layers worth while.',
  },
  mistake: {
    it: 'Molti si fermano a z e saltano σ: quello che passa allo strato dopo è σ(z), non z.',
    en: 'Many stop at z and skip σ: what goes on to the next layer is σ(z), not z.',
  },
  note: {
    say: {
      it: 'La rete è quella della lezione: 3 ingressi, due strati nascosti da 4, 2 uscite. Calcolate un neurone solo: gli altri tre dello strato fanno lo stesso conto con un’altra riga di W₁.',
      en: 'This is the network of the lecture: 3 inputs, two hidden layers of 4, 2 outputs. Work out just one neuron: the other three of the layer do the same sum with another row of W₁.',
    },
    ask: {
      it: 'Quanti di questi conti servono per arrivare da x⁰ alle due uscite?',
      en: 'How many such sums does it take to get from x⁰ to the two outputs?',
    },
    watchFor: {
      it: 'L’istogramma separa chi ha saltato σ da chi ha scordato il bias. Chi risponde 0 ha usato la ReLU, che sotto zero taglia tutto: è un’altra σ, altrettanto usata.',
      en: 'The histogram tells those who skipped σ from those who forgot the bias. Whoever answers 0 used ReLU, which cuts off everything below zero: another σ, used just as much.',
    },
    ifShort: {
      it: 'Calcola z con la classe e chiedi a voce solo che cosa ne fa σ.',
      en: 'Work out z with the class and ask aloud only what σ makes of it.',
    },
    answer: {
      it: '−0,5, −0,4 e −0,6 per i tre gruppi di numeri. Nelle diapositive le somme di x₂, x₃ e x₄ arrivano a 4 e a 2: gli ingressi sono tre, quindi tutte arrivano a 3.',
      en: '−0.5, −0.4 and −0.6 for the three sets of numbers. On the slides the sums of x₂, x₃ and x₄ run to 4 and 2: there are three inputs, so all of them run to 3.',
    },
  },
  points: 1_000,
  seconds: 150,
  timing: 'accuracy',
};
