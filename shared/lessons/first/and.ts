import type { StepOf } from '../step-of';

/** Two inputs and a line: how large the sum must get is said by b. */
export const and: StepOf<'gate'> = {
  id: 'and',
  kind: 'gate',
  config: { gate: 'and' },
  title: { it: 'Costruisci un AND', en: 'Build an AND' },
  task: {
    it: 'Muovi la retta finché il neurone si accende solo con due 1, e tienila lontana dai punti.',
    en: 'Move the line until the neuron fires only for two 1s, and keep it away from the points.',
  },
  theory: {
    it: 'La retta passa dove z = w₀x₀ + w₁x₁ + b vale 0: da una parte il neurone si accende, dall’altra tace.',
    en: 'The line runs where z = w₀x₀ + w₁x₁ + b is 0: on one side the neuron fires, on the other it is silent.',
  },
  explanation: {
    it: 'Con pesi 1 e 1 gli ingressi sommano 2 solo in (1, 1), e altrove al massimo 1. La soglia migliore sta in mezzo, a 1,5, e b è la soglia cambiata di segno: −1,5.',
    en: 'With weights 1 and 1 the inputs add up to 2 only at (1, 1), and to 1 at most elsewhere. The best threshold lies in between, at 1.5, and b is the threshold with its sign changed: −1.5.',
  },
  mistake: {
    it: 'Molti danno a b il segno sbagliato: b positivo accende il neurone già con (0, 0), perché lì z è uguale a b.',
    en: 'Many give b the wrong sign: a positive b makes the neuron fire at (0, 0) already, because there z equals b.',
  },
  note: {
    say: {
      it: 'Un neurone con due ingressi è una retta che taglia in due il quadrato. I pesi decidono come è girata; b la sposta senza girarla.',
      en: 'A neuron with two inputs is a line that cuts the square in two. The weights decide which way it is turned; b shifts it without turning it.',
    },
    ask: {
      it: 'Quale dei quattro punti è più vicino alla tua retta, e puoi dargli più spazio?',
      en: 'Which of the four points is nearest to your line, and can you give it more room?',
    },
    watchFor: {
      it: 'Chi cerca di girare la retta muovendo b. E chi si ferma a b = −2 con pesi 1 e 1: la tabella è giusta, ma la retta tocca il punto (1, 1).',
      en: 'Those who try to turn the line by moving b. And those who stop at b = −2 with weights 1 and 1: the table is right, but the line touches the point (1, 1).',
    },
    ifShort: {
      it: 'Chiudi appena metà della classe ha la tabella giusta e passa subito alla soluzione.',
      en: 'Close as soon as half of the class has the right table and go straight to the solution.',
    },
    answer: {
      it: 'w₀ = 1, w₁ = 1, b = −1,5; anche 2, 2, −3 è la stessa retta e vale lo stesso. In generale b è meno la soglia.',
      en: 'w₀ = 1, w₁ = 1, b = −1.5; 2, 2, −3 is the same line and worth the same. In general b is minus the threshold.',
    },
  },
  points: 1_000,
  seconds: 180,
  timing: 'accuracy',
};
