import type { StepOf } from '../step-of';

/** The perceptron's rule with its signs swapped: on AND from zero, 16 samples later w = (4, 4), b = 12. */
export const bug: StepOf<'choice'> = {
  id: 'trova-l-errore',
  kind: 'choice',
  config: {
    options: [
      {
        id: 'always',
        text: { it: 'Aggiornare anche quando y è uguale a y*', en: 'Update even when y is equal to y*' },
      },
      {
        id: 'swap',
        text: { it: 'Scambiare fra loro i segni + e −', en: 'Swap the signs + and − with each other' },
      },
      {
        id: 'onlyb',
        text: { it: 'Cambiare solo b, lasciando fermo w', en: 'Change only b and leave w as it is' },
      },
      {
        id: 'slower',
        text: { it: 'Usare un learning rate η più piccolo', en: 'Use a much smaller learning rate η' },
      },
      {
        id: 'longer',
        text: { it: 'Ripassare gli stessi esempi più volte', en: 'Go through the same examples more often' },
      },
    ],
    right: ['swap'],
    several: false,
    shuffle: true,
  },
  title: { it: 'Trova l’errore', en: 'Find the bug' },
  task: {
    it: 'Questa regola fa w ← w + ηx se il neurone dice 1 e la risposta giusta è 0, e w ← w − ηx nel caso opposto: scegli che cosa va corretto.',
    en: 'This rule does w ← w + ηx if the neuron says 1 and the right answer is 0, and w ← w − ηx in the opposite case: pick what has to be corrected.',
  },
  theory: {
    it: 'Il percettrone guarda un esempio alla volta, confronta la sua previsione y con la risposta giusta y* e cambia w e b solo se sono diverse.',
    en: 'The perceptron looks at one example at a time, compares its prediction y with the right answer y* and changes w and b only if they differ.',
  },
  explanation: {
    it: 'Se il neurone dice 1 e doveva dire 0, z era troppo grande: va abbassato, quindi ηx si toglie; nel caso opposto si aggiunge. In una riga: w ← w + η(y* − y)x e b ← b + η(y* − y).',
    en: 'If the neuron says 1 and should say 0, z was too large: it has to come down, so ηx is taken away; in the opposite case it is added. In one line: w ← w + η(y* − y)x and b ← b + η(y* − y).',
  },
  mistake: {
    it: 'Molti si fidano perché è scritta bene, o rallentano: con i segni al contrario ogni passo allontana, e uno più piccolo allontana soltanto più piano.',
    en: 'Many trust it because it is neatly written, or slow it down: with the signs the wrong way round each step leads away, and a smaller one only leads away more slowly.',
  },
  note: {
    say: {
      it: 'Finora le manopole le avete girate voi; questo è l’algoritmo che le gira da solo, del 1957. Provatelo a mano su AND, partendo da zero: bastano quattro esempi per vedere dove va.',
      en: 'So far you turned the knobs; this is the algorithm, of 1957, that turns them by itself. Try it by hand on AND, starting from zero: four examples are enough to see where it goes.',
    },
    ask: {
      it: 'Con w = (0, 0) e b = 0 arriva (0, 0), che deve dare 0: quanto vale y, e dove dovrebbe andare b?',
      en: 'With w = (0, 0) and b = 0 along comes (0, 0), which should give 0: what is y, and which way should b go?',
    },
    watchFor: {
      it: 'Chi dice che y = 0 con z = 0: la regola è z ≥ 0, quindi y = 1. Chi ha visto altrove ŷ: nelle diapositive è la risposta giusta, nella maggior parte dei libri è la previsione; qui scriviamo y e y*.',
      en: 'Those who say that y = 0 for z = 0: the rule is z ≥ 0, so y = 1. Those who have met ŷ elsewhere: on the slides it is the right answer, in most books the prediction; here we write y and y*.',
    },
    ifShort: {
      it: 'Fai solo il primo esempio alla lavagna: b sale a 1 proprio dove doveva scendere.',
      en: 'Do only the first example on the board: b rises to 1 just where it should have gone down.',
    },
    answer: {
      it: 'I segni sono invertiti, ed è così anche nelle diapositive. Stampata in quel modo, su AND con η = 1 dopo 16 esempi si trova w = (4, 4), b = 12, e una sola riga su quattro è giusta.',
      en: 'The signs are the wrong way round, and so they are on the slides. Printed like that, on AND with η = 1 it has w = (4, 4), b = 12 after 16 examples, and only one row of four is right.',
    },
  },
  points: 1_000,
  seconds: 90,
  timing: 'accuracy',
};
