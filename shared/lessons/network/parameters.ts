import type { StepOf } from '../step-of';

/** 3-4-4-2: (4·3 + 4) + (4·4 + 4) + (2·4 + 2) = 46. */
export const parameters: StepOf<'numeric'> = {
  id: 'quanti-parametri',
  kind: 'numeric',
  config: {
    variants: [
      {
        given: null,
        answer: 46,
        mistakes: [
          { value: 36, why: { it: 'dimenticati i bias', en: 'forgot the biases' } },
          { value: 13, why: { it: 'contati i neuroni', en: 'counted the neurons' } },
          { value: 49, why: { it: 'dato un bias agli ingressi', en: 'gave the inputs a bias' } },
          { value: 10, why: { it: 'contati solo i bias', en: 'counted the biases only' } },
        ],
      },
    ],
    unit: null,
    tolerance: 0,
    partial: false,
  },
  title: { it: 'Quanti parametri?', en: 'How many parameters?' },
  task: {
    it: 'Conta i parametri della rete 3-4-4-2, cioè tutti i numeri che l’allenamento può spostare.',
    en: 'Count the parameters of the network 3-4-4-2, that is, all the numbers that training can move.',
  },
  theory: {
    it: 'Ogni freccia fra due neuroni ha un peso, e ogni neurone che calcola ha un bias.',
    en: 'Each arrow between two neurons has a weight, and each neuron that computes has a bias.',
  },
  explanation: {
    it: 'Strato per strato: 4 × 3 + 4 = 16, poi 4 × 4 + 4 = 20, poi 2 × 4 + 2 = 10. In tutto 46: 36 pesi e 10 bias.',
    en: 'Layer by layer: 4 × 3 + 4 = 16, then 4 × 4 + 4 = 20, then 2 × 4 + 2 = 10. That is 46: 36 weights and 10 biases.',
  },
  mistake: {
    it: 'Molti rispondono 36 e lasciano fuori i bias; altri danno un bias anche agli ingressi, che però non calcolano niente.',
    en: 'Many answer 36 and leave the biases out; others give the inputs a bias too, but inputs compute nothing.',
  },
  note: {
    say: {
      it: 'Quando si dice che un modello ha 175 miliardi di parametri, si è contato così. Fatelo voi, con una rete che sta in una diapositiva.',
      en: 'When a model is said to have 175 billion parameters, this is how they were counted. Do it yourselves, with a network that fits on a slide.',
    },
    ask: {
      it: 'Se raddoppi i neuroni dei due strati nascosti, i parametri raddoppiano?',
      en: 'If you double the neurons of both hidden layers, do the parameters double?',
    },
    watchFor: {
      it: 'I nomi degli errori nell’istogramma: 36, 13, 49. Con 8 e 8 neuroni si arriva a 122: quasi tre volte tanto, perché i pesi fra gli strati nascosti crescono con il quadrato.',
      en: 'The named mistakes in the histogram: 36, 13, 49. With 8 and 8 neurons it is 122: nearly three times as many, because weights between hidden layers grow with the square.',
    },
    ifShort: {
      it: 'Fai contare solo l’ultimo strato: 2 × 4 + 2 = 10.',
      en: 'Let them count only the last layer: 2 × 4 + 2 = 10.',
    },
    answer: {
      it: '16 + 20 + 10 = 46. Fra poco questo numero è una bolletta: l’energia di una gara è campioni × epoche × parametri.',
      en: '16 + 20 + 10 = 46. Soon this number will be a bill: the energy of a race is samples × epochs × parameters.',
    },
  },
  points: 1_000,
  seconds: 120,
  timing: 'accuracy',
};
