import type { StepOf } from '../step-of';

/** Many examples, hard to put into rules, or a slow computation; and three cases where something else serves better. */
export const when: StepOf<'choice'> = {
  id: 'quando-si-quando-no',
  kind: 'choice',
  config: {
    options: [
      {
        id: 'disease',
        text: {
          it: 'Prevedere una malattia da dodici pazienti',
          en: 'Predicting a disease from a dozen patients',
        },
      },
      {
        id: 'photos',
        text: {
          it: 'Riconoscere oggetti in milioni di foto',
          en: 'Recognising objects in millions of photos',
        },
      },
      {
        id: 'receipt',
        text: { it: 'Sommare i prezzi di un lungo scontrino', en: 'Adding up the prices on a long receipt' },
      },
      {
        id: 'fast',
        text: {
          it: 'Rifare in un lampo una simulazione lenta',
          en: 'Redoing a slow simulation in an instant',
        },
      },
      {
        id: 'train',
        text: { it: 'Frenare un treno senza un solo errore', en: 'Braking a train without a single mistake' },
      },
      {
        id: 'voices',
        text: {
          it: 'Trascrivere il parlato di mille persone',
          en: 'Writing down what thousands of people say',
        },
      },
    ],
    right: ['photos', 'fast', 'voices'],
    several: true,
    shuffle: true,
  },
  title: { it: 'Quando sì, quando no', en: 'When to use it, and when not' },
  task: {
    it: 'Scegli tutti i casi in cui proveresti una rete profonda.',
    en: 'Pick every case in which you would try a deep network.',
  },
  theory: {
    it: 'Una rete ricava la regola dagli esempi che le mostri, ogni tanto si sbaglia, e di solito non sa dire il perché.',
    en: 'A network works its rule out from the examples you show it, is wrong now and then, and mostly cannot say why.',
  },
  explanation: {
    it: 'Tre segnali a favore: tanti dati, un problema difficile da scrivere come regole, un calcolo lento da imitare in fretta. Contro: pochi dati, un problema semplice, il bisogno di spiegare ogni decisione, errori che non sono ammessi.',
    en: 'Three signs in favour: plenty of data, a problem that is hard to write as rules, a slow computation to imitate quickly. Against: little data, a simple problem, a need to explain each decision, mistakes that are not allowed.',
  },
  mistake: {
    it: 'Molti la userebbero dappertutto, perché è potente: per una somma basta una riga di programma, che non si sbaglia mai.',
    en: 'Many would use it everywhere because it is powerful: a sum takes one line of program, which is never wrong.',
  },
  note: {
    say: {
      it: 'Una rete è uno strumento, e uno strumento ha i suoi usi. Per ogni caso chiedetevi quanti dati ci sono e quanto costa uno sbaglio.',
      en: 'A network is a tool, and a tool has its uses. For each case ask yourselves how much data there is and what a mistake costs.',
    },
    ask: {
      it: 'Ti negano un prestito e la banca dice «lo ha deciso la rete»: ti basta?',
      en: 'You are refused a loan and the bank says “the network decided”: is that enough for you?',
    },
    watchFor: {
      it: 'Chi sceglie tutto: vale 0, come non scegliere bene niente. Chi scarta la simulazione lenta perché «si sa già calcolare»: è proprio lì che una rete fa risparmiare ore.',
      en: 'Those who pick everything: that is worth 0, like picking nothing well. Those who leave out the slow simulation because “we can compute it already”: that is just where a network saves hours.',
    },
    ifShort: {
      it: 'Chiedi per alzata di mano solo lo scontrino e le foto, poi leggi la spiegazione.',
      en: 'Ask for a show of hands on the receipt and the photos only, then read the explanation.',
    },
    answer: {
      it: 'Foto, simulazione, parlato. Sulle diapositive c’è scritto di non usarlo «quando si possono commettere errori»: si intende quando errori NON se ne possono commettere.',
      en: 'Photos, simulation, speech. The slides say not to use it “when errors can be made”: what is meant is when errors can NOT be allowed.',
    },
  },
  points: 1_000,
  seconds: 75,
  timing: 'accuracy',
};
