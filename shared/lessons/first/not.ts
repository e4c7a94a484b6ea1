import type { StepOf } from '../step-of';

/** One input, one weight: the first time that a weight has to be negative. */
export const not: StepOf<'gate'> = {
  id: 'not',
  kind: 'gate',
  config: { gate: 'not' },
  title: { it: 'Costruisci un NOT', en: 'Build a NOT' },
  task: {
    it: 'Fai accendere il neurone con 0 e tacere con 1, e tieni il confine lontano dai due punti.',
    en: 'Make the neuron fire for 0 and stay silent for 1, and keep the boundary away from both points.',
  },
  theory: {
    it: 'Il neurone moltiplica l’ingresso per il peso w, aggiunge il bias b e si accende (y = 1) se il totale z è almeno 0.',
    en: 'The neuron multiplies the input by the weight w, adds the bias b and fires (y = 1) if the total z is at least 0.',
  },
  explanation: {
    it: 'Con 0 resta solo b, che quindi non è negativo; con 1 il totale è w + b e deve scendere sotto 0, quindi w è negativo. Con w = −1 e b = 0,5 il confine è a metà strada.',
    en: 'With 0 only b is left, so b is not negative; with 1 the total is w + b and must drop below 0, so w is negative. With w = −1 and b = 0.5 the boundary is halfway.',
  },
  mistake: {
    it: 'Molti tengono il peso positivo e muovono solo b: così, se il neurone si accende con 0, si accende anche con 1.',
    en: 'Many keep the weight positive and move only b: then, if the neuron fires for 0, it fires for 1 as well.',
  },
  note: {
    say: {
      it: 'Questo è il neurone più piccolo che c’è: un ingresso, un peso, un bias. Le manopole adesso siete voi; più avanti le girerà un algoritmo.',
      en: 'This is the smallest neuron there is: one input, one weight, one bias. For now you turn the knobs; later an algorithm will.',
    },
    ask: {
      it: 'Che cosa dice il neurone quando l’ingresso è 0, e quale delle due manopole conta in quel caso?',
      en: 'What does the neuron say when the input is 0, and which of the two knobs matters then?',
    },
    watchFor: {
      it: 'Chi ha la tabella giusta ma il confine sopra un punto, per esempio w = −1 e b = 0: vale, ma il punteggio si ferma al 60 per cento.',
      en: 'Those with the right table but the boundary on top of a point, such as w = −1 and b = 0: it counts, but the score stops at 60 per cent.',
    },
    ifShort: {
      it: 'Fallo insieme sul proiettore in un minuto: serve solo per prendere la mano con le manopole.',
      en: 'Do it together on the projector in a minute: it is only there to get used to the knobs.',
    },
    answer: {
      it: 'w = −1 e b = 0,5, oppure w = −2 e b = 1: un peso negativo, e b a metà della sua grandezza. Lo 0 esatto accende il neurone.',
      en: 'w = −1 and b = 0.5, or w = −2 and b = 1: a negative weight, and b half its size. Exactly 0 makes the neuron fire.',
    },
  },
  points: 1_000,
  seconds: 120,
  timing: 'accuracy',
};
