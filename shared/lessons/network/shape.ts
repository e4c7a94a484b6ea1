import type { StepOf } from '../step-of';

/** W₃ of the network 3-4-4-2: rows receive, columns send. */
export const shape: StepOf<'choice'> = {
  id: 'forma-di-w3',
  kind: 'choice',
  config: {
    options: [
      { id: 'r4c2', text: { it: '4 righe e 2 colonne', en: '4 rows and 2 columns' } },
      { id: 'r4c4', text: { it: '4 righe e 4 colonne', en: '4 rows and 4 columns' } },
      { id: 'r2c4', text: { it: '2 righe e 4 colonne', en: '2 rows and 4 columns' } },
      { id: 'r2c3', text: { it: '2 righe e 3 colonne', en: '2 rows and 3 columns' } },
      { id: 'r8c1', text: { it: '8 righe e una colonna', en: '8 rows and one column' } },
    ],
    right: ['r2c4'],
    several: false,
    shuffle: true,
  },
  title: { it: 'Che forma ha W₃?', en: 'What shape is W₃?' },
  task: {
    it: 'Nella rete 3-4-4-2 i pesi W₃ portano dal secondo strato nascosto all’uscita: scegli la forma di questa matrice.',
    en: 'In the network 3-4-4-2 the weights W₃ lead from the second hidden layer to the output: pick the shape of this matrix.',
  },
  theory: {
    it: 'Uno strato moltiplica i valori che riceve per la matrice W, aggiunge b e applica σ, e ogni suo neurone ha una riga di pesi tutta sua.',
    en: 'A layer multiplies the values it receives by the matrix W, adds b and applies σ, and each of its neurons has a row of weights of its own.',
  },
  explanation: {
    it: 'Una riga per ogni neurone che riceve (2), una colonna per ogni neurone che manda (4): W₃ è 2 × 4, e W₃x² ha tanti numeri quante sono le uscite. Allo stesso modo W₁ è 4 × 3 e W₂ è 4 × 4.',
    en: 'A row for each neuron that receives (2), a column for each one that sends (4): W₃ is 2 × 4, and W₃x² has as many numbers as there are outputs. In the same way W₁ is 4 × 3 and W₂ is 4 × 4.',
  },
  mistake: {
    it: 'Molti scrivono 4 × 2, nell’ordine in cui si legge la rete: ma una matrice 4 × 2 non si può moltiplicare per un vettore di 4 numeri.',
    en: 'Many write 4 × 2, in the order in which the network is read: but a 4 × 2 matrix cannot be multiplied by a vector of 4 numbers.',
  },
  note: {
    say: {
      it: 'Ogni freccia fra due strati è un peso, e la matrice le mette in fila. Contate le frecce che entrano in un neurone d’uscita: è la lunghezza di una riga.',
      en: 'Each arrow between two layers is a weight, and the matrix lines them up. Count the arrows into one output neuron: that is the length of a row.',
    },
    ask: {
      it: 'Se l’uscita avesse 10 neuroni, uno per cifra, che cosa cambierebbe in W₃?',
      en: 'If the output had 10 neurons, one for each digit, what would change in W₃?',
    },
    watchFor: {
      it: 'Chi conta 8 pesi e ha ragione, ma non sa come disporli. Nelle diapositive le somme per x₂, x₃ e x₄ arrivano a 4, 4 e 2: gli ingressi sono 3, quindi arrivano tutte a 3.',
      en: 'Those who count 8 weights, which is right, and do not know how to lay them out. On the slides the sums for x₂, x₃ and x₄ run to 4, 4 and 2: there are 3 inputs, so all of them run to 3.',
    },
    ifShort: {
      it: 'Disegna le due uscite con le loro quattro frecce e scrivi la matrice riga per riga.',
      en: 'Draw the two outputs with their four arrows and write the matrix row by row.',
    },
    answer: {
      it: 'W₃ ∈ ℝ²ˣ⁴: righe = uscite. Le diapositive dicono «L strati nascosti e uscita x^L»: L conta anche lo strato d’uscita, gli strati nascosti sono L − 1, qui due.',
      en: 'W₃ ∈ ℝ²ˣ⁴: rows = outputs. The slides say “L hidden layers and output x^L”: L counts the output layer too, the hidden ones are L − 1, here two.',
    },
  },
  points: 1_000,
  seconds: 60,
  timing: 'accuracy',
};
