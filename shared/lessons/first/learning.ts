import type { StepOf } from '../step-of';

/** Rules that a person wrote, or numbers that examples settled: not every program learns. */
export const learning: StepOf<'choice'> = {
  id: 'programmare-o-imparare',
  kind: 'choice',
  config: {
    options: [
      {
        id: 'route',
        text: {
          it: 'Un navigatore che calcola la strada più corta',
          en: 'A route planner that works out the shortest way',
        },
      },
      {
        id: 'chess',
        text: {
          it: 'Un programma di scacchi che prova milioni di mosse',
          en: 'A chess program that tries out millions of moves',
        },
      },
      {
        id: 'words',
        text: {
          it: 'Un filtro antispam con mille parole vietate',
          en: 'A spam filter with a thousand banned words',
        },
      },
      {
        id: 'marked',
        text: {
          it: 'Un filtro antispam tarato su mail già segnate',
          en: 'A spam filter tuned on mail already marked',
        },
      },
      {
        id: 'heating',
        text: {
          it: 'Un termostato che scalda sotto i 19 gradi',
          en: 'A thermostat that heats below 19 degrees',
        },
      },
    ],
    right: ['marked'],
    several: false,
    shuffle: true,
  },
  title: { it: 'Programmare o imparare?', en: 'Programmed or learned?' },
  task: {
    it: 'Scegli il programma che non ha ricevuto la sua regola da una persona, ma l’ha ricavata dai dati.',
    en: 'Pick the program that was not given its rule by a person, but worked it out from data.',
  },
  theory: {
    it: 'Si può scrivere a mano ogni regola, oppure mostrare degli esempi e lasciare che i numeri dentro il programma si aggiustino da soli.',
    en: 'You can write every rule by hand, or show examples and let the numbers inside the program adjust themselves.',
  },
  explanation: {
    it: 'Nessuno ha scritto quali parole fanno lo spam: il filtro ha visto molte mail con la risposta accanto e ha spostato i suoi pesi finché sbagliava poco.',
    en: 'Nobody wrote down which words make spam: the filter saw many mails with the answer beside them and moved its weights until it was seldom wrong.',
  },
  mistake: {
    it: 'Molti pensano che ogni programma furbo abbia imparato: chi prova milioni di mosse o calcola una strada segue regole scritte da qualcuno.',
    en: 'Many think that every clever program has learned: one that tries millions of moves or works out a route follows rules that somebody wrote.',
  },
  note: {
    say: {
      it: 'Due di questi programmi fanno lo stesso lavoro, eppure solo uno ha imparato. Non guardate che cosa fa: guardate da dove viene la sua regola.',
      en: 'Two of these programs do the same job, yet only one of them has learned. Do not look at what it does: look at where its rule comes from.',
    },
    ask: {
      it: 'Se domani lo spam cambia parole, chi deve lavorare in ciascuno dei due filtri?',
      en: 'If spam changes its words tomorrow, who has to do the work in each of the two filters?',
    },
    watchFor: {
      it: 'Gli scacchi attirano: Deep Blue nel 1997 cercava fra le mosse, AlphaGo nel 2016 ha imparato. Chi dice che i programmi di oggi usano anche una rete ha ragione: quello della risposta no.',
      en: 'Chess is tempting: Deep Blue in 1997 searched through moves, AlphaGo in 2016 learned. Whoever says that today’s programs also use a network is right: the one in the answer does not.',
    },
    ifShort: {
      it: 'Salta la discussione e leggi la spiegazione: il resto della lezione fa vedere che cosa sono quei pesi.',
      en: 'Skip the discussion and read the explanation: the rest of the lesson shows what those weights are.',
    },
    answer: {
      it: 'Il filtro tarato sulle mail segnate. «Senza programmarlo esplicitamente» definisce il machine learning; il deep learning ne è la parte con reti di più strati.',
      en: 'The filter tuned on marked mail. “Without being explicitly programmed” defines machine learning; deep learning is the part of it with networks of several layers.',
    },
  },
  points: 1_000,
  seconds: 45,
  timing: 'accuracy',
};
