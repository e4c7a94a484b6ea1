import type { StepOf } from '../step-of';

/** f(p) = 2p², so f′(p) = 4p: with η = 3/5 each step multiplies p by 1 − 2.4 = −1.4. */
export const rate: StepOf<'choice'> = {
  id: 'scende-rimbalza-scappa',
  kind: 'choice',
  config: {
    options: [
      {
        id: 'smooth',
        text: {
          it: 'Scende verso 0 senza mai passare oltre',
          en: 'It goes down to 0 and never passes it',
        },
      },
      {
        id: 'settles',
        text: {
          it: 'Salta da una parte all’altra e si ferma in 0',
          en: 'It jumps from side to side and settles at 0',
        },
      },
      {
        id: 'once',
        text: { it: 'Arriva in 0 al primo passo e ci resta', en: 'It reaches 0 in one step and stays there' },
      },
      {
        id: 'still',
        text: { it: 'Resta fermo in 1, perché f lì è piatta', en: 'It stays at 1, because f is flat there' },
      },
      {
        id: 'away',
        text: {
          it: 'Salta da una parte all’altra e va lontano',
          en: 'It jumps from side to side and runs away',
        },
      },
    ],
    right: ['away'],
    several: false,
    shuffle: true,
  },
  title: { it: 'Scende, rimbalza o scappa?', en: 'Down, back and forth, or away?' },
  task: {
    it: 'Cerchi il minimo di f(p) = 2p², la cui derivata è 4p, partendo da p = 1 con η = 3/5: calcola tre passi e scegli che cosa fa p.',
    en: 'You look for the minimum of f(p) = 2p², whose derivative is 4p, from p = 1 with η = 3/5: work out three steps and pick what p does.',
  },
  theory: {
    it: 'Il metodo del gradiente ripete p ← p − ηf′(p): la derivata dice da che parte si scende, il learning rate η quanto è lungo il passo.',
    en: 'Gradient descent repeats p ← p − ηf′(p): the derivative says which way is down, the learning rate η how long the step is.',
  },
  explanation: {
    it: 'Ogni passo fa p ← p − 0,6 · 4p = −1,4p: da 1 a −1,4, poi 1,96, poi −2,74, sempre più lontano. Per f(p) = ap²/2 (qui a = 4) il passo regge finché ηa < 2, cioè η < 0,5.',
    en: 'Each step does p ← p − 0.6 · 4p = −1.4p: from 1 to −1.4, then 1.96, then −2.74, further and further. For f(p) = ap²/2 (here a = 4) the step holds as long as ηa < 2, that is η < 0.5.',
  },
  mistake: {
    it: 'Molti pensano che un η grande arrivi solo prima: oltre un certo punto non arriva mai, e la rete «diverge».',
    en: 'Many think that a big η just gets there sooner: beyond some point it never gets there, and the network “diverges”.',
  },
  note: {
    say: {
      it: 'Una rete si allena scendendo: p sono tutti i pesi e i bias, f è il costo, cioè quanto sbaglia. Fra poco η lo sceglierete voi, quindi conviene sapere quando è troppo.',
      en: 'A network is trained by going downhill: p is all weights and biases, f is the cost, that is, how wrong it is. Soon you will choose η yourselves, so it pays to know when it is too much.',
    },
    ask: {
      it: 'Con quale η si arriva nel minimo in un passo solo, e che cosa succede con η = 0,4?',
      en: 'With which η do you reach the minimum in a single step, and what happens with η = 0.4?',
    },
    watchFor: {
      it: 'Chi vede p cambiare segno e pensa che rimbalzi e si calmi: conta se i salti si accorciano. Con η = 0,4 il fattore è −0,6 e si calma davvero.',
      en: 'Those who see p change sign and think that it bounces and calms down: what counts is whether the jumps get shorter. With η = 0.4 the factor is −0.6 and it does calm down.',
    },
    ifShort: {
      it: 'Calcola insieme solo il primo passo: da 1 a −1,4 è già più lontano dal minimo.',
      en: 'Work out only the first step together: from 1 to −1.4 is further from the minimum already.',
    },
    answer: {
      it: 'Scappa, perché |1 − ηa| = 1,4 > 1. Nelle diapositive si minimizza «MLP(p)» con ∇f: quello che si minimizza è il costo C, come funzione di tutti i pesi e i bias.',
      en: 'It runs off, because |1 − ηa| = 1.4 > 1. The slides minimise “MLP(p)” with ∇f: what is minimised is the cost C, as a function of all weights and biases.',
    },
  },
  points: 1_000,
  seconds: 120,
  timing: 'accuracy',
};
