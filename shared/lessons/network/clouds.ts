import type { StepOf } from '../step-of';

/** Anscombe's quartet, The American Statistician 27 (1973): all four have w = 0.50, b = 3.00 and R² = 0.67. */
export const clouds: StepOf<'choice'> = {
  id: 'quattro-nuvole',
  kind: 'choice',
  config: {
    options: [
      {
        id: 'same',
        text: { it: 'I quattro disegni si assomigliano molto', en: 'The four pictures look much the same' },
      },
      {
        id: 'fits',
        text: {
          it: 'La retta descrive bene tutti e quattro',
          en: 'The line describes all four of them well',
        },
      },
      {
        id: 'odd',
        text: {
          it: 'In nessuno dei quattro c’è un punto strano',
          en: 'None of the four has an odd point out',
        },
      },
      {
        id: 'draw',
        text: { it: 'Non che forma hanno: vanno disegnati', en: 'Not their shape: you have to draw them' },
      },
      {
        id: 'next',
        text: {
          it: 'Una nuova misura starà vicino alla retta',
          en: 'A new measurement will be near the line',
        },
      },
    ],
    right: ['draw'],
    several: false,
    shuffle: true,
  },
  title: { it: 'Quattro nuvole, una retta', en: 'Four clouds, one line' },
  task: {
    it: 'Quattro gruppi di undici punti hanno le stesse medie, la stessa retta migliore y = x/2 + 3 e lo stesso R²: scegli che cosa puoi concluderne.',
    en: 'Four groups of eleven points have the same means, the same best line y = x/2 + 3 and the same R²: pick what you can conclude.',
  },
  theory: {
    it: 'La retta migliore y = wx + b è quella con la minor somma dei quadrati degli errori, misurati in verticale.',
    en: 'The best line y = wx + b is the one with the smallest sum of squared errors, measured vertically.',
  },
  explanation: {
    it: 'È il quartetto di Anscombe, del 1973: una nuvola sparsa, una curva, una retta perfetta con un punto fuori posto, e dieci punti in colonna più uno lontano. I numeri coincidono (R² = 0,67), i disegni per niente.',
    en: 'This is Anscombe’s quartet, of 1973: a loose cloud, a curve, a perfect line with one point out of place, and ten points in a column plus one far away. The numbers agree (R² = 0.67), the pictures not at all.',
  },
  mistake: {
    it: 'Molti pensano che numeri uguali vogliano dire dati uguali: una media o una retta riassumono, e riassumendo buttano via quasi tutto.',
    en: 'Many think that equal numbers mean equal data: a mean or a line sums up, and by summing up it throws almost everything away.',
  },
  note: {
    say: {
      it: 'La retta w·x + b è il nostro primo modello con due parametri. Prima di fidarvi di un modello, però, i dati vanno guardati.',
      en: 'The line w·x + b is our first model with two parameters. But before you trust a model you have to look at the data.',
    },
    ask: {
      it: 'Sai disegnare due nuvole molto diverse con la stessa retta migliore?',
      en: 'Can you draw two very different clouds that have the same best line?',
    },
    watchFor: {
      it: 'Chi misura l’errore in perpendicolare alla retta invece che in verticale: è lo scarto fra la y predetta e la y vera.',
      en: 'Those who measure the error at right angles to the line and not vertically: it is the gap between the predicted y and the true y.',
    },
    ifShort: {
      it: 'Disegna alla lavagna la curva e la colonna con il punto lontano: la risposta si vede da sola.',
      en: 'Draw the curve and the column with its far point on the board: the answer shows itself.',
    },
    answer: {
      it: 'Bisogna guardare i dati. Anche i «dinosauri» di Matejka e Fitzmaurice (2017) hanno medie e varianze uguali a una nuvola qualunque.',
      en: 'The data must be looked at. The “dinosaurs” of Matejka and Fitzmaurice (2017) too have the means and variances of any old cloud.',
    },
  },
  points: 1_000,
  seconds: 60,
  timing: 'accuracy',
};
