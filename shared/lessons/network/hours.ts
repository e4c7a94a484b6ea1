import type { StepOf } from '../step-of';

/** 1,024 x 34 x 24 = 835,584 h: the estimate of Narayanan et al. 2021 for a model of the size of GPT-3. */
export const hours: StepOf<'numeric'> = {
  id: 'ore-di-gpu',
  kind: 'numeric',
  config: {
    variants: [
      {
        given: null,
        answer: 835_584,
        mistakes: [
          { value: 34_816, why: { it: 'giorni, non ore', en: 'days, not hours' } },
          { value: 24_576, why: { it: 'un giorno solo', en: 'a single day' } },
          { value: 816, why: { it: 'una GPU sola', en: 'a single GPU' } },
        ],
      },
    ],
    unit: { it: 'ore di GPU', en: 'GPU hours' },
    tolerance: 600,
    partial: true,
  },
  title: { it: 'Ore di GPU', en: 'GPU hours' },
  task: {
    it: 'Si stima che allenare GPT-3 terrebbe occupate 1024 schede A100 per 34 giorni: calcola quante ore di scheda sono.',
    en: 'Training GPT-3 is estimated to keep 1024 A100 cards busy for 34 days: work out how many card hours that is.',
  },
  theory: {
    it: 'Allenare una rete con 175 miliardi di parametri è la stessa discesa che avete fatto voi, divisa fra molte schede che lavorano insieme.',
    en: 'Training a network of 175 billion parameters is the same descent that you did, shared out among many cards that work together.',
  },
  explanation: {
    it: '1024 × 34 × 24 = 835 584 ore. Una scheda sola ci metterebbe 95 anni.',
    en: '1024 × 34 × 24 = 835,584 hours. A single card would take 95 years.',
  },
  mistake: {
    it: 'Molti si fermano a schede × giorni, 34 816: sono giorni di scheda, e un giorno ha 24 ore.',
    en: 'Many stop at cards × days, 34,816: those are card days, and a day has 24 hours.',
  },
  note: {
    say: {
      it: 'È la bolletta del cerchio, in grande. Un’ora di GPU è una scheda accesa per un’ora, come il chilometro-passeggero dei treni.',
      en: 'This is the bill of the circle, on a large scale. A GPU hour is one card running for one hour, like the passenger-kilometre of trains.',
    },
    ask: {
      it: 'In che anno avrebbe dovuto cominciare una scheda sola per finire oggi?',
      en: 'In which year would a single card have had to begin to be done today?',
    },
    watchFor: {
      it: 'Chi arrotonda: 835 mila va bene, entro 600 ore. Chi sbaglia le unità si riconosce dagli errori con un nome.',
      en: 'Those who round: 835 thousand is fine, give or take 600 hours. Those with the wrong unit show in the named mistakes.',
    },
    ifShort: {
      it: 'Scrivi 1024 × 34 × 24 e chiedi solo l’ordine di grandezza: quasi un milione.',
      en: 'Write 1024 × 34 × 24 and ask only for the order of magnitude: nearly a million.',
    },
    answer: {
      it: '835 584. Nelle diapositive c’è «1023 A100»: GPT-3 fu allenato su V100, e questi numeri sono la stima di Narayanan e altri (2021) per un modello così grande.',
      en: '835,584. The slides have “1023 A100”: GPT-3 was trained on V100s, and these numbers are the estimate of Narayanan and others (2021) for a model of that size.',
    },
  },
  points: 1_000,
  seconds: 90,
  timing: 'accuracy',
};
