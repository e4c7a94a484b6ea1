import type { Text } from '../text';
import type { TableKind } from './tables';
import type { Verdict } from './verdict';

/** The words of the downloaded tables, in a table of their own: the server writes them, which has no interface. */
export const tableWords = {
  student: { it: 'studente', en: 'student' },
  name: { it: 'nome', en: 'name' },
  erased: { it: 'nome cancellato', en: 'name erased' },
  rank: { it: 'posto', en: 'place' },
  beside: { it: 'non in classifica', en: 'not ranked' },
  share: {
    it: 'quota dei punti possibili (per mille)',
    en: 'share of the points one could win (per thousand)',
  },
  points: { it: 'punti (i punti non sono voti)', en: 'points (points are not grades)' },
  right: { it: 'risposte giuste', en: 'right answers' },
  began: { it: 'inizio della sessione', en: 'start of the session' },
  when: { it: 'quando', en: 'when' },
  verdict: { it: 'esito', en: 'outcome' },
  stepPoints: { it: 'punti', en: 'points' },
  step: { it: 'passo', en: 'step' },
  title: { it: 'titolo', en: 'title' },
  anotherRound: { it: 'un altro giro', en: 'another round' },
  kind: { it: 'tipo', en: 'kind' },
  seconds: { it: 'secondi dall’inizio', en: 'seconds from the start' },
  submission: { it: 'risposta', en: 'submission' },
  score: { it: 'punteggio (su 100)', en: 'score (of 100)' },
  isRight: { it: 'giusta', en: 'right' },
  counts: { it: 'conta', en: 'counts' },
  yes: { it: 'sì', en: 'yes' },
  no: { it: 'no', en: 'no' },
} as const satisfies Record<string, Text>;

/** What the sheets of a workbook are called. */
export const sheetNames: Readonly<Record<TableKind, Text>> = {
  students: { it: 'Studenti', en: 'Students' },
  submissions: { it: 'Risposte', en: 'Submissions' },
};

export const verdictNames: Readonly<Record<Verdict, Text>> = {
  right: { it: 'giusta', en: 'right' },
  partial: { it: 'in parte', en: 'in part' },
  wrong: { it: 'nessun punto', en: 'no points' },
  answered: { it: 'ha risposto', en: 'answered' },
  unscored: { it: 'non valutata', en: 'not scored' },
  silent: { it: 'nessuna risposta', en: 'no answer' },
  absent: { it: 'assente', en: 'absent' },
};
