import type { StepOf } from '../step-of';

/** Adelie and Gentoo: each feature alone is right about 95 times in 100, the two together separate them. */
export const penguins: StepOf<'separating-line'> = {
  id: 'pinguini',
  kind: 'separating-line',
  config: { data: 'penguins', visible: 100 },
  title: { it: 'Pinguini', en: 'Penguins' },
  task: {
    it: 'Trascina le due maniglie finché la retta separa i pinguini Gentoo dagli Adelia, con meno errori che puoi.',
    en: 'Drag the two handles until the line separates the Gentoo penguins from the Adelies, with as few mistakes as you can.',
  },
  theory: {
    it: 'Ogni pinguino è un punto, con lunghezza e altezza del becco in millimetri, e il neurone guarda solo da che parte della retta cade.',
    en: 'Each penguin is a point, the length and depth of its bill in millimetres, and the neuron looks only at which side of the line it falls on.',
  },
  explanation: {
    it: 'I Gentoo hanno il becco lungo e basso, gli Adelia corto e alto: una misura sola ne lascia sbagliati circa 5 su 100, una retta obliqua le pesa insieme e li separa. I punti vengono da 174 pinguini che non avevi visto.',
    en: 'Gentoos have long, shallow bills, Adelies short, deep ones: one measurement alone gets about 5 in 100 wrong, a slanted line weighs both and separates them. The points come from 174 penguins that you had not seen.',
  },
  mistake: {
    it: 'Molti si fermano a una retta verticale o orizzontale, cioè a un peso uguale a 0: funziona quasi, e proprio per questo inganna.',
    en: 'Many stop at a vertical or a level line, which is a weight of 0: it nearly works, and that is just why it deceives.',
  },
  note: {
    say: {
      it: 'Stesso neurone di prima, dati veri: pinguini misurati in Antartide fra il 2007 e il 2009. Ne vedete cento, ma il punteggio lo danno gli altri.',
      en: 'The same neuron as before, with real data: penguins measured in Antarctica from 2007 to 2009. You see a hundred, but the others decide the score.',
    },
    ask: {
      it: 'Una retta obliqua può fare meglio, e perché il punteggio si conta su pinguini nascosti?',
      en: 'Can a slanted line do better, and why is the score counted on hidden penguins?',
    },
    watchFor: {
      it: 'Chi sbaglia quasi tutto con una bella retta: ha le parti scambiate, basta «scambia i lati». Chi passa a un soffio da un punto: i pinguini nascosti non stanno negli stessi posti.',
      en: 'Those who get nearly all wrong with a good line: its sides are swapped, and “swap sides” is enough. Those who pass a hair’s breadth from a point: the hidden penguins are not in the same places.',
    },
    ifShort: {
      it: 'Dai un minuto, chiudi e guarda insieme alla classe tutte le rette sul proiettore.',
      en: 'Give it a minute, close, and look with the class at all lines on the projector.',
    },
    answer: {
      it: 'Una retta che sale verso destra, con i Gentoo in basso a destra e gli Adelia in alto a sinistra. La lunghezza dell’ala da sola darebbe il 98,9 per cento: per questo qui non c’è.',
      en: 'A line rising to the right, with the Gentoos below on the right and the Adelies above on the left. Flipper length alone would give 98.9 per cent: that is why it is not here.',
    },
  },
  points: 1_000,
  seconds: 180,
  timing: 'accuracy',
};
