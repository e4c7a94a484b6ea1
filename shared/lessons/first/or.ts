import type { StepOf } from '../step-of';

/** The weights of AND with another b: the line slides, it does not turn. */
export const or: StepOf<'gate'> = {
  id: 'or',
  kind: 'gate',
  config: { gate: 'or' },
  title: { it: 'Da AND a OR: muovi solo b', en: 'From AND to OR: move only b' },
  task: {
    it: 'Rimetti i pesi di AND e muovi solo b, finché il neurone si accende con almeno un 1 e la retta sta lontana dai punti.',
    en: 'Set the weights of AND again and move only b, until the neuron fires for at least one 1 and the line stays away from the points.',
  },
  theory: {
    it: 'La direzione della retta dipende dai pesi, mentre b la fa scorrere restando parallela a sé stessa.',
    en: 'Which way the line points depends on the weights, while b makes it slide and stay parallel to itself.',
  },
  explanation: {
    it: 'Con pesi 1 e 1 basta che la somma arrivi a 1, e in (0, 0) è 0: la soglia migliore è 0,5, quindi b = −0,5. I pesi sono quelli di AND, la retta è solo scivolata verso l’origine.',
    en: 'With weights 1 and 1 the sum only has to reach 1, and at (0, 0) it is 0: the best threshold is 0.5, so b = −0.5. The weights are those of AND, the line has only slid towards the origin.',
  },
  mistake: {
    it: 'Molti ricominciano da capo e cambiano tutto, oppure portano b fino a 0: lì z vale 0 anche con (0, 0), e il neurone si accende sempre.',
    en: 'Many start over and change everything, or bring b all the way to 0: there z is 0 at (0, 0) too, and the neuron always fires.',
  },
  note: {
    say: {
      it: 'Avete già tutto quello che serve: i pesi di prima vanno bene. Una sola manopola porta da AND a OR.',
      en: 'You already have all you need: the weights from before are fine. A single knob takes you from AND to OR.',
    },
    ask: {
      it: 'Prima di toccare b: da che parte deve andare la retta, e perché?',
      en: 'Before you touch b: which way must the line go, and why?',
    },
    watchFor: {
      it: 'Chi rifà i pesi da zero invece di far scorrere la retta, e chi pensa che 0 sia già «spento»: la regola è z ≥ 0.',
      en: 'Those who remake the weights instead of sliding the line, and those who think that 0 is already “off”: the rule is z ≥ 0.',
    },
    ifShort: {
      it: 'Chiedi la risposta a voce prima di aprire: se la classe dice −0,5, vai al prossimo passo.',
      en: 'Ask for the answer aloud before you open: if the class says −0.5, go on to the next step.',
    },
    answer: {
      it: 'w₀ = 1, w₁ = 1, b = −0,5 (oppure 2, 2, −1). Con b = −0,5 qualunque coppia di pesi che fa AND fa anche OR, anche se non sempre con tutto lo spazio.',
      en: 'w₀ = 1, w₁ = 1, b = −0.5 (or 2, 2, −1). With b = −0.5 any pair of weights that makes AND makes OR too, though not always with full room.',
    },
  },
  points: 1_000,
  seconds: 120,
  timing: 'accuracy',
};
