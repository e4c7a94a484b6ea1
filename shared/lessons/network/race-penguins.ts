import type { StepOf } from '../step-of';

/** What one line separates needs no hidden layer: three parameters do it. */
export const racePenguins: StepOf<'race'> = {
  id: 'pinguini-in-gara',
  kind: 'race',
  config: {
    family: 'mlp',
    data: 'penguins',
    samples: 100,
    noise: 0,
    dataSeed: '000000000000000000000000000000be',
    energy: { max: 100_000, par: 600 },
    accuracy: { base: 0.95, top: 0.99 },
    attempts: 5,
    limits: { layers: 3, neurons: 8, rate: [0.001, 10], epochs: [1, 500] },
    freed: { activation: false, batch: false },
  },
  title: { it: 'Quanto basta per i pinguini?', en: 'How much is enough for penguins?' },
  task: {
    it: 'Allena la rete più economica che distingue i Gentoo dagli Adelia, sugli stessi becchi di prima.',
    en: 'Train the cheapest network that tells Gentoos from Adelies, on the same bills as before.',
  },
  theory: {
    it: 'Una rete senza strati nascosti è un percettrone con σ dolce, e il metodo del gradiente può girarne da solo le manopole.',
    en: 'A network without hidden layers is a perceptron with a gentle σ, and gradient descent can turn its knobs by itself.',
  },
  explanation: {
    it: 'Questi pinguini li separa una retta: l’hai trovata a mano. Bastano tre parametri, due pesi e un bias: due epoche su 100 punti costano 2 × 100 × 3 = 600.',
    en: 'One line separates these penguins: you found it by hand. Three parameters are enough, two weights and a bias: two epochs on 100 points cost 2 × 100 × 3 = 600.',
  },
  mistake: {
    it: 'Molti aggiungono strati per sicurezza: se una retta basta, uno strato nascosto costa di più e non può fare meglio.',
    en: 'Many add layers to be on the safe side: if a line is enough, a hidden layer costs more and cannot do better.',
  },
  note: {
    say: {
      it: 'Prima di scegliere la rete guardate i dati: che forma ha il confine? La rete giusta è la più piccola che lo sa disegnare.',
      en: 'Look at the data before you choose the network: what shape is the boundary? The right network is the smallest one that can draw it.',
    },
    ask: {
      it: 'Quanto somiglia la retta trovata dalla rete a quella che avevi trascinato tu?',
      en: 'How similar is the line that the network found to the one that you dragged?',
    },
    watchFor: {
      it: 'Chi non sa che si può scendere a zero strati. Chi si stupisce che punti pubblici e privati differiscano: i pinguini nascosti sono pochi, e uno in più o in meno si vede.',
      en: 'Those who do not know that you can go down to no layers. Those surprised that public and private figures differ: hidden penguins are few, and one more or less shows.',
    },
    ifShort: {
      it: 'Salta questa gara: è un ritorno sui pinguini che si capisce anche a voce.',
      en: 'Skip this race: it is a return to the penguins that can also be told.',
    },
    answer: {
      it: 'Nessuno strato nascosto, η = 1, 2 epoche; con 20 la rete non è migliore e la bolletta dieci volte tanto. È il criterio del «quando no»: un problema semplice non ha bisogno di una rete profonda.',
      en: 'No hidden layer, η = 1, 2 epochs; with 20 the network is no better and the bill ten times as large. It is the criterion of “when not”: a simple problem does not need a deep network.',
    },
  },
  points: 1_000,
  seconds: 240,
  timing: 'accuracy',
};
