import type { StepOf } from '../step-of';
import { dotOf, written, type Three } from './written';

type Variant = StepOf<'numeric'>['config']['variants'][number];

/** One neuron with three inputs, and what comes out if b is forgotten, subtracted, or a sign gets lost. */
function neuron(w: Three, x: Three, b: number): Variant {
  const sum = dotOf(w, x);
  const unsigned = w.reduce((all, weight, i) => all + Math.abs(weight) * (x[i] ?? 0), 0);
  const numbers = (weights: string, inputs: string) =>
    `${weights} w = (${written(w)}), ${inputs} x = (${written(x)}), bias b = ${written([b])}.`;
  return {
    given: { it: numbers('Pesi', 'ingressi'), en: numbers('Weights', 'inputs') },
    answer: sum + b,
    mistakes: [
      { value: sum, why: { it: 'dimenticato b', en: 'forgot b' } },
      { value: sum - b, why: { it: 'b tolto invece che aggiunto', en: 'took b away instead of adding it' } },
      { value: unsigned + b, why: { it: 'perso il segno di un peso', en: 'lost the sign of a weight' } },
    ],
  };
}

/** The first line of every neuron: z = w·x + b, by hand. */
export const dot: StepOf<'numeric'> = {
  id: 'prodotto-scalare',
  kind: 'numeric',
  config: {
    variants: [
      neuron([2, -1, 3], [1, 4, 2], -5),
      neuron([3, 1, -2], [2, 5, 4], -7),
      neuron([-1, 2, 4], [5, 4, 1], -6),
    ],
    unit: null,
    tolerance: 0,
    partial: false,
  },
  title: { it: 'w·x + b con tre ingressi', en: 'w·x + b with three inputs' },
  task: {
    it: 'Calcola z = w·x + b con i tuoi numeri.',
    en: 'Work out z = w·x + b with your numbers.',
  },
  theory: {
    it: 'Il prodotto scalare w·x moltiplica ogni ingresso per il suo peso e somma i risultati, poi si aggiunge il bias.',
    en: 'The dot product w·x multiplies each input by its weight and adds up the results, then the bias is added.',
  },
  explanation: {
    it: 'Per esempio (2, −1, 3)·(1, 4, 2) = 2 − 4 + 6 = 4, e con b = −5 si ha z = −1: è minore di 0, quindi il neurone tace. Il bias sposta la soglia, con qualunque ingresso.',
    en: 'For example (2, −1, 3)·(1, 4, 2) = 2 − 4 + 6 = 4, and with b = −5 this gives z = −1: below 0, so the neuron is silent. The bias shifts the threshold, whatever the input.',
  },
  mistake: {
    it: 'Molti dimenticano b, o perdono il segno di un peso negativo: tutti e due possono ribaltare la risposta del neurone.',
    en: 'Many forget b, or lose the sign of a negative weight: either can turn the neuron’s answer around.',
  },
  note: {
    say: {
      it: 'Tutto il deep learning comincia con questa riga: moltiplica, somma, aggiungi. Ognuno ha i suoi numeri, quindi copiare non aiuta.',
      en: 'All of deep learning begins with this line: multiply, add up, add b. Each of you has numbers of your own, so copying does not help.',
    },
    ask: {
      it: 'Con i tuoi numeri il neurone si accende o tace? E di quanto dovrebbe crescere b per cambiare?',
      en: 'With your numbers, does the neuron fire or stay silent? And by how much would b have to grow to change that?',
    },
    watchFor: {
      it: 'Gli errori con un nome nell’istogramma: chi ha dimenticato b, chi lo ha tolto, chi ha perso un segno.',
      en: 'The named mistakes in the histogram: who forgot b, who took it away, who lost a sign.',
    },
    ifShort: {
      it: 'Fai un esempio alla lavagna insieme alla classe e vai al NOT.',
      en: 'Do one example on the board with the class and go on to NOT.',
    },
    answer: {
      it: 'Tre gruppi di numeri, un’uscita ciascuno: −1, −4 e 1. Solo nell’ultimo il neurone si accende.',
      en: 'Three sets of numbers, one output each: −1, −4 and 1. Only in the last does the neuron fire.',
    },
  },
  points: 1_000,
  seconds: 120,
  timing: 'accuracy',
};
