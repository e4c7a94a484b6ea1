import type { StepOf } from '../step-of';

/** Linear of linear is linear: depth pays only with σ in between. */
export const nonlinear: StepOf<'choice'> = {
  id: 'perche-non-lineare',
  kind: 'choice',
  config: {
    options: [
      {
        id: 'minus',
        text: {
          it: 'Non può più calcolare numeri negativi',
          en: 'It can no longer work out negative numbers',
        },
      },
      {
        id: 'faster',
        text: { it: 'Impara le stesse cose, ma più in fretta', en: 'It learns the same things, only faster' },
      },
      {
        id: 'plane',
        text: {
          it: 'Disegna curve, ma solo in due dimensioni',
          en: 'It draws curves, but only in two dimensions',
        },
      },
      {
        id: 'one',
        text: { it: 'Non sa fare più di un solo strato', en: 'It can do no more than a single layer' },
      },
      {
        id: 'more',
        text: { it: 'Le servono molti più strati di prima', en: 'It needs many more layers than before' },
      },
    ],
    right: ['one'],
    several: false,
    shuffle: true,
  },
  title: { it: 'E se togliamo σ?', en: 'What if we drop σ?' },
  task: {
    it: 'In una rete con dieci strati cancelli σ ovunque, così ogni strato calcola soltanto Wx + b: scegli che cosa succede alla rete.',
    en: 'In a network of ten layers you delete σ everywhere, so that each layer computes only Wx + b: pick what happens to the network.',
  },
  theory: {
    it: 'La funzione di attivazione σ piega il risultato di ogni neurone: è un gradino per le porte logiche, una curva dolce per allenare.',
    en: 'The activation function σ bends what each neuron computes: it is a step for logic gates, a gentle curve for training.',
  },
  explanation: {
    it: 'Due strati di fila danno W₂(W₁x + b₁) + b₂, cioè (W₂W₁)x + (W₂b₁ + b₂): di nuovo una matrice e un vettore. Dieci strati così ne fanno uno solo, e lo XOR resta fuori portata.',
    en: 'Two layers in a row give W₂(W₁x + b₁) + b₂, which is (W₂W₁)x + (W₂b₁ + b₂): a matrix and a vector again. Ten such layers make one, and XOR stays out of reach.',
  },
  mistake: {
    it: 'Molti pensano che basti la profondità: aggiungere strati senza σ aggiunge conti, non possibilità.',
    en: 'Many think that depth alone is enough: adding layers without σ adds sums to do, not possibilities.',
  },
  note: {
    say: {
      it: 'Prendete due rette, y = 2x + 1 e z = 3y − 4, e mettete la prima nella seconda. Guardate che cosa viene fuori, poi pensate a dieci strati.',
      en: 'Take two lines, y = 2x + 1 and z = 3y − 4, and put the first into the second. Look at what comes out, then think of ten layers.',
    },
    ask: {
      it: 'E se σ restasse in uno solo dei dieci strati?',
      en: 'And if σ stayed in just one of the ten layers?',
    },
    watchFor: {
      it: 'La lettera σ indica tre cose: il gradino delle porte (pendenza 0: il gradiente non lo muove), una funzione non lineare qualunque (MLP), una sigmoide continua (teorema). Dillo quando serve.',
      en: 'The letter σ stands for three things: the step of the gates (slope 0: descent cannot move it), any non-linear function (MLP), a continuous sigmoid (theorem). Say so where it matters.',
    },
    ifShort: {
      it: 'Fai alla lavagna 3(2x + 1) − 4 = 6x − 1 e passa avanti: è già la dimostrazione.',
      en: 'Write 3(2x + 1) − 4 = 6x − 1 on the board and go on: that is the proof already.',
    },
    answer: {
      it: 'Composizione di funzioni affini: affine. Per lo stesso motivo nel teorema l’uscita è lineare ma lo strato nascosto no; con σ anche in uscita i valori resterebbero fra 0 e 1.',
      en: 'Affine functions composed: affine. For the same reason the theorem has a linear output but a bent hidden layer; with σ on the output too, values would stay between 0 and 1.',
    },
  },
  points: 1_000,
  seconds: 60,
  timing: 'accuracy',
};
