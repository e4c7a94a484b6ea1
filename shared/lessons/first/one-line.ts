import type { StepOf } from '../step-of';

/** XOR, met before its name: no single line splits opposite corners. */
export const oneLine: StepOf<'choice'> = {
  id: 'una-retta-sola',
  kind: 'choice',
  config: {
    options: [
      {
        id: 'nand',
        text: { it: 'Si accende se almeno un ingresso è 0', en: 'Fires if at least one input is 0' },
      },
      {
        id: 'xor',
        text: { it: 'Si accende se i due sono diversi', en: 'Fires if the two are different' },
      },
      {
        id: 'nor',
        text: { it: 'Si accende se tutti e due sono 0', en: 'Fires if both of the inputs are 0' },
      },
      {
        id: 'first',
        text: { it: 'Si accende se x₀ è 1 e x₁ è 0', en: 'Fires if x₀ is 1 and x₁ is 0' },
      },
      {
        id: 'always',
        text: { it: 'Si accende con qualunque ingresso', en: 'Fires whatever the two inputs are' },
      },
    ],
    right: ['xor'],
    several: false,
    shuffle: true,
  },
  title: { it: 'Che cosa non sa fare una retta?', en: 'What can one line not do?' },
  task: {
    it: 'Scegli il neurone a due ingressi che non puoi costruire, comunque tu muova i pesi e il bias.',
    en: 'Pick the neuron with two inputs that you cannot build, however you move the weights and the bias.',
  },
  theory: {
    it: 'Un neurone solo taglia il quadrato dei quattro punti con una retta sola: da una parte si accende, dall’altra tace.',
    en: 'A single neuron cuts the square of the four points with a single line: on one side it fires, on the other it is silent.',
  },
  explanation: {
    it: 'I due 1 stanno su una diagonale, i due 0 sull’altra, e le diagonali si incrociano al centro: il centro dovrebbe stare da tutte e due le parti della retta. È lo XOR, e ci vogliono più neuroni messi a strati.',
    en: 'The two 1s lie on one diagonal, the two 0s on the other, and the diagonals cross in the centre: the centre would have to be on both sides of the line. This is XOR, and it takes several neurons in layers.',
  },
  mistake: {
    it: 'Molti credono che basti provare ancora o avere manopole più fini: qui non c’è nessuna combinazione da trovare.',
    en: 'Many believe that more tries or finer knobs would do: here there is no combination to be found.',
  },
  note: {
    say: {
      it: 'NOT, AND e OR si fanno con un neurone solo. Disegnate i quattro punti su un foglio e provate con la riga, prima di scegliere.',
      en: 'NOT, AND and OR take a single neuron each. Draw the four points on paper and try with a ruler before you choose.',
    },
    ask: {
      it: 'Come faresti a convincere qualcuno che è impossibile, e non solo difficile?',
      en: 'How would you convince somebody that it is impossible, and not just hard?',
    },
    watchFor: {
      it: 'Chi sceglie «almeno un ingresso è 0» perché sembra un AND al contrario: lo è, e basta cambiare il segno di pesi e bias del miglior AND.',
      en: 'Those who choose “at least one input is 0” because it looks like AND the other way round: it is, and changing the signs of the best AND is enough.',
    },
    ifShort: {
      it: 'Mostra la risposta e disegna le due diagonali alla lavagna: bastano trenta secondi.',
      en: 'Show the answer and draw the two diagonals on the board: thirty seconds are enough.',
    },
    answer: {
      it: 'XOR. Servono b < 0, w₀ + b ≥ 0, w₁ + b ≥ 0 e w₀ + w₁ + b < 0: la prima più l’ultima dà w₀ + w₁ + 2b < 0, le altre due il contrario.',
      en: 'XOR. It needs b < 0, w₀ + b ≥ 0, w₁ + b ≥ 0 and w₀ + w₁ + b < 0: the first plus the last gives w₀ + w₁ + 2b < 0, the other two the opposite.',
    },
  },
  points: 1_000,
  seconds: 60,
  timing: 'accuracy',
};
