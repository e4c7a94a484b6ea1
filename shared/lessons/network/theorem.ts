import type { StepOf } from '../step-of';

/** Cybenko 1989: a network exists; nothing is said about finding it. */
export const theorem: StepOf<'choice'> = {
  id: 'cosa-non-dice-il-teorema',
  kind: 'choice',
  config: {
    options: [
      {
        id: 'exists',
        text: {
          it: 'Per ogni ε esiste una rete abbastanza vicina',
          en: 'For every ε some network comes close enough',
        },
      },
      {
        id: 'one',
        text: { it: 'Uno strato nascosto basta, se è largo', en: 'One hidden layer will do, if it is wide' },
      },
      {
        id: 'finds',
        text: { it: 'Con i dati, l’allenamento la troverà', en: 'Given data, training will find it' },
      },
      {
        id: 'whole',
        text: {
          it: 'L’errore resta sotto ε in tutto l’insieme K',
          en: 'The error is below ε on the whole set K',
        },
      },
      {
        id: 'every',
        text: { it: 'Vale per ogni funzione continua su K', en: 'It holds for every continuous f on K' },
      },
    ],
    right: ['finds'],
    several: false,
    shuffle: true,
  },
  title: { it: 'Che cosa NON dice il teorema?', en: 'What does the theorem NOT say?' },
  task: {
    it: 'Quattro di queste frasi seguono dal teorema di approssimazione universale: scegli quella che non c’entra.',
    en: 'Four of these sentences follow from the universal approximation theorem: pick the one that does not.',
  },
  theory: {
    it: 'Le reti con uno strato di sigmoidi e uscita lineare sono dense in C(K), con K chiuso e limitato: somme di curve a S imitano qualunque curva continua.',
    en: 'Networks with a layer of sigmoids and a linear output are dense in C(K), with K closed and bounded: sums of S-shaped curves imitate any continuous curve.',
  },
  explanation: {
    it: '«Denso» vuol dire che una rete vicina quanto vuoi c’è. Quanti neuroni le servono, e se il metodo del gradiente ci arriva partendo dai tuoi dati, è un’altra storia: l’avete vista nelle gare.',
    en: '“Dense” means that there is a network as close as you like. How many neurons it takes, and whether descent gets there from your data, is another story: you have seen it in the races.',
  },
  mistake: {
    it: 'Molti leggono «una rete può» come «la mia rete imparerà»: esistere e lasciarsi trovare sono due cose diverse.',
    en: 'Many read “a network can” as “my network will learn”: to exist and to be found are two different things.',
  },
  note: {
    say: {
      it: 'Con due sigmoidi si fa una collina, con tante colline si fa quasi tutto: è l’idea del teorema. Ora leggete le frasi come un avvocato: che cosa è promesso, e che cosa no?',
      en: 'Two sigmoids make a hill, and many hills make almost anything: that is the idea of the theorem. Now read the sentences like a lawyer: what is promised, and what is not?',
    },
    ask: {
      it: 'Se una rete larga basta sempre, perché si usano reti profonde?',
      en: 'If one wide network is always enough, why do people use deep ones?',
    },
    watchFor: {
      it: 'Chi scarta «uno strato nascosto basta»: è proprio quello che il teorema dice, «largo» può però voler dire enorme.',
      en: 'Those who reject “one hidden layer will do”: that is just what the theorem says, though “wide” may mean enormous.',
    },
    ifShort: {
      it: 'Ricorda la gara sullo XOR: una rete con 4 neuroni che lo risolve esiste, eppure non tutti gli allenamenti la trovano.',
      en: 'Recall the XOR race: a network with 4 neurons that solves it exists, and yet not every training finds it.',
    },
    answer: {
      it: 'Esistenza non è apprendimento. Il 1989 è l’anno del teorema di Cybenko e della ConvNet di LeCun; la retropropagazione per reti a più strati è del 1986. Serve l’uscita lineare: le diapositive mettono σ ovunque.',
      en: 'Existence is not training. 1989 is the year of Cybenko’s theorem and of LeCun’s ConvNet; back-propagation for networks of several layers is from 1986. The output has to be linear: the slides put σ everywhere.',
    },
  },
  points: 1_000,
  seconds: 75,
  timing: 'accuracy',
};
