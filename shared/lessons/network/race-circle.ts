import type { StepOf } from '../step-of';

/** Three lines close a region, two do not; and every parameter is paid for, once a sample and epoch. */
export const raceCircle: StepOf<'race'> = {
  id: 'cerchio-con-bolletta',
  kind: 'race',
  config: {
    family: 'mlp',
    data: 'circle',
    samples: 250,
    noise: 10,
    dataSeed: '000000000000000000000000000000c1',
    energy: { max: 350_000, par: 130_000 },
    accuracy: { base: 0.75, top: 0.95 },
    attempts: 5,
    limits: { layers: 3, neurons: 8, rate: [0.001, 10], epochs: [1, 500] },
    freed: { activation: false, batch: false },
  },
  title: { it: 'Il cerchio e la bolletta', en: 'The circle and the bill' },
  task: {
    it: 'Trova una rete che riconosca il cerchio spendendo poca energia, perché ogni parametro si paga.',
    en: 'Find a network that recognises the circle and spends little energy, because every parameter is paid for.',
  },
  theory: {
    it: 'Allenare costa campioni × epoche × parametri, dove i parametri sono tutti i pesi e tutti i bias.',
    en: 'Training costs samples × epochs × parameters, where the parameters are all weights and all biases.',
  },
  explanation: {
    it: 'Due rette non chiudono una regione, tre sì, con gli angoli smussati, e con quattro si sta comodi. Quattro neuroni hanno 17 parametri: con 250 punti e 30 epoche sono 127 500, poco più di un terzo della spesa massima.',
    en: 'Two lines close no region, three do, with rounded corners, and with four there is room to spare. Four neurons have 17 parameters: with 250 points and 30 epochs that is 127,500, little more than a third of the most you may spend.',
  },
  mistake: {
    it: 'Molti mandano la rete più grande: grande non è sbagliato, è caro, e la stessa bolletta in grande è quella di GPT-3.',
    en: 'Many send the biggest network: big is not bad, it is dear, and the same bill on a large scale is that of GPT-3.',
  },
  note: {
    say: {
      it: 'Stavolta vince chi spende bene: il punteggio è precisione per risparmio. Prima di mandare, guardate la barra dell’energia.',
      en: 'This time whoever spends well wins: the score is accuracy times thrift. Look at the energy bar before you send.',
    },
    ask: {
      it: 'Perché con due neuroni nascosti il cerchio non si chiude mai, nemmeno con mille epoche?',
      en: 'Why does the circle never close with two hidden neurons, not even with a thousand epochs?',
    },
    watchFor: {
      it: 'Chi toglie epoche invece di neuroni, e resta con una rete grande che non ha ancora imparato. Sul proiettore la nuvola di energia e precisione fa vedere dove sta l’equilibrio.',
      en: 'Those who cut epochs instead of neurons, and are left with a large network that has not learned yet. On the projector the scatter of energy and accuracy shows where the balance is.',
    },
    ifShort: {
      it: 'Falla al posto della gara sullo XOR, non dopo: le due insegnano cose vicine.',
      en: 'Do it instead of the XOR race, not after it: the two teach neighbouring things.',
    },
    answer: {
      it: 'Per esempio 4 neuroni in un solo strato, η = 0,1, 30 epoche. Due neuroni si fermano intorno all’80 per cento; due strati da 8 costano più di sei volte tanto a epoca.',
      en: 'For example 4 neurons in a single layer, η = 0.1, 30 epochs. Two neurons stop at about 80 per cent; two layers of 8 cost more than six times as much an epoch.',
    },
  },
  points: 2_000,
  seconds: 330,
  timing: 'accuracy',
};
