import type { StepOf } from '../step-of';

/** A family of networks is a guess about the data: neighbours, order, or neither. */
export const families: StepOf<'choice'> = {
  id: 'quale-rete',
  kind: 'choice',
  config: {
    options: [
      {
        id: 'mixed',
        text: { it: 'Foto con i pixel mescolati: una CNN', en: 'Photos with shuffled pixels: a CNN' },
      },
      {
        id: 'photos',
        text: { it: 'Foto di gatti e di cani: una CNN', en: 'Photos of cats and dogs: a CNN' },
      },
      {
        id: 'pulse',
        text: { it: 'Il battito minuto per minuto: una RNN', en: 'A heartbeat, minute by minute: an RNN' },
      },
      {
        id: 'penguin',
        text: { it: 'Le cinque misure di un pinguino: una CNN', en: 'Five measurements of a penguin: a CNN' },
      },
      {
        id: 'page',
        text: {
          it: 'Una pagina da tradurre: un transformer',
          en: 'A page to be translated: a transformer',
        },
      },
      {
        id: 'area',
        text: {
          it: 'L’area da base e altezza: un transformer',
          en: 'Area from base and height: a transformer',
        },
      },
    ],
    right: ['photos', 'pulse', 'page'],
    several: true,
    shuffle: true,
  },
  title: { it: 'Quale rete per quali dati?', en: 'Which network for which data?' },
  task: {
    it: 'Scegli tutti gli abbinamenti in cui la rete sfrutta davvero la forma dei dati.',
    en: 'Pick every pair in which the network really makes use of the shape of the data.',
  },
  theory: {
    it: 'Una CNN riusa gli stessi pesi su pixel vicini, una RNN legge un passo alla volta e ricorda, un transformer confronta ogni parola con tutte le altre.',
    en: 'A CNN uses the same weights again on neighbouring pixels, an RNN reads one step at a time and remembers, a transformer compares each word with all the others.',
  },
  explanation: {
    it: 'Nelle foto i vicini contano e un gatto è un gatto in ogni angolo; un segnale ha un ordine nel tempo; in una pagina una parola può dipendere da un’altra lontana. Mescola i pixel, e per una CNN i vicini non dicono più niente.',
    en: 'In photos neighbours matter and a cat is a cat in any corner; a signal has an order in time; on a page one word may depend on another far away. Shuffle the pixels, and to a CNN neighbours no longer say anything.',
  },
  mistake: {
    it: 'Molti userebbero una CNN per tutto: poche misure senza un ordine stanno bene in un percettrone, e per un’area basta una moltiplicazione.',
    en: 'Many would use a CNN for everything: a few measurements without an order suit a perceptron, and an area takes one multiplication.',
  },
  note: {
    say: {
      it: 'Una famiglia di reti è una scommessa sui dati: che i vicini contino, che l’ordine conti. Per ogni coppia chiedetevi se la scommessa è vinta.',
      en: 'A family of networks is a bet on the data: that neighbours matter, that order matters. For each pair ask yourselves whether the bet is won.',
    },
    ask: {
      it: 'E un video, che è fatto di immagini una dopo l’altra: che cosa metteresti insieme?',
      en: 'And a video, made of pictures one after the other: what would you put together?',
    },
    watchFor: {
      it: 'Chi abbina «immagini = CNN» senza guardare se i pixel vicini sono davvero vicini. Chi dice che oggi si usano transformer anche per le immagini ha ragione: le tagliano in tessere.',
      en: 'Those who match “pictures = CNN” without looking whether neighbouring pixels are really neighbours. Whoever says that today transformers are used for pictures too is right: they cut them into tiles.',
    },
    ifShort: {
      it: 'Chiedi solo delle foto mescolate: se la classe capisce quelle, ha capito le CNN.',
      en: 'Ask only about the shuffled photos: if the class gets those, it has got CNNs.',
    },
    answer: {
      it: 'Gatti e cani con la CNN, battito con la RNN, traduzione con il transformer. Gli altri tre non hanno vicini né ordine da sfruttare.',
      en: 'Cats and dogs with the CNN, heartbeat with the RNN, translation with the transformer. The other three have no neighbours and no order to make use of.',
    },
  },
  points: 1_000,
  seconds: 75,
  timing: 'accuracy',
};
