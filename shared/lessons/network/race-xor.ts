import type { StepOf } from '../step-of';

/** The cliff of width: three hidden neurons seldom learn this, eight nearly always do. */
export const raceXor: StepOf<'race'> = {
  id: 'gara-xor',
  kind: 'race',
  config: {
    family: 'mlp',
    data: 'xor',
    samples: 250,
    noise: 10,
    dataSeed: '00000000000000000000000000000108',
    energy: { max: 350_000, par: 130_000 },
    accuracy: { base: 0.75, top: 0.95 },
    attempts: 5,
    limits: { layers: 3, neurons: 8, rate: [0.001, 10], epochs: [1, 500] },
    freed: { activation: false, batch: false },
  },
  title: { it: 'XOR, ma lo impara la rete', en: 'XOR, but the network learns it' },
  task: {
    it: 'Prova e manda la rete che separa meglio i due colori.',
    en: 'Try, and send the network that separates the two colours best.',
  },
  theory: {
    it: 'Ogni neurone nascosto taglia il piano con una retta, l’uscita mette insieme i tagli, e l’allenamento sposta pesi e bias per far scendere l’errore.',
    en: 'Each hidden neuron cuts the plane with a line, the output puts the cuts together, and training moves weights and biases to bring the error down.',
  },
  explanation: {
    it: 'Lo XOR è (x₀ ∨ x₁) ∧ ¬(x₀ ∧ x₁): con gli strati diventa possibile. Con 1 o 2 neuroni nascosti i tagli non bastano, con 3 o 4 dipende da come si parte, con 8 ci si arriva quasi sempre.',
    en: 'XOR is (x₀ ∨ x₁) ∧ ¬(x₀ ∧ x₁): with layers it becomes possible. With 1 or 2 hidden neurons there are too few cuts, with 3 or 4 it depends on where you start, with 8 you nearly always get there.',
  },
  mistake: {
    it: 'Molti danno la colpa o il merito alla fortuna: la tua rete parte quattro volte da pesi diversi, e conta la mediana.',
    en: 'Many blame or thank their luck: your network starts four times from different weights, and the median counts.',
  },
  note: {
    say: {
      it: 'Prima avete dimostrato che un neurone non può; adesso vediamo quanti ne servono a una rete che impara da sola. Provate sul telefono quanto volete, ma mandate solo reti in cui credete: i tentativi sono contati.',
      en: 'Before, you proved that one neuron cannot; now let us see how many a network needs that learns by itself. Try on your phone as much as you like, but send only networks that you believe in: attempts are counted.',
    },
    ask: {
      it: 'Guarda le curve dell’errore: quale rete si è fermata, e perché non scende più?',
      en: 'Look at the loss curves: which network is stuck, and why does it not go down any more?',
    },
    watchFor: {
      it: 'Chi allunga le epoche con un solo neurone: non serve. Chi ha un learning rate enorme e vede la curva impazzire: è il passo che scappa. I punti vengono da dati nascosti, quindi la classifica può cambiare.',
      en: 'Those who add epochs to a single neuron: that does not help. Those with a huge learning rate whose curve goes wild: that is the step that runs away. Points come from hidden data, so the ranking may change.',
    },
    ifShort: {
      it: 'Un solo invio a testa dopo due minuti, poi confronta sul proiettore chi ha usato 2, 4 e 8 neuroni.',
      en: 'One submission each after two minutes, then compare on the projector who used 2, 4 and 8 neurons.',
    },
    answer: {
      it: 'Per esempio un solo strato da 8 neuroni, η = 0,2, 15 epoche: 123 750 di energia. Vanno bene anche altre reti: più parametri hanno, meno epoche si possono permettere.',
      en: 'For example a single layer of 8 neurons, η = 0.2, 15 epochs: 123,750 of energy. Other networks do well too: the more parameters they have, the fewer epochs they can afford.',
    },
  },
  points: 2_000,
  seconds: 330,
  timing: 'accuracy',
};
