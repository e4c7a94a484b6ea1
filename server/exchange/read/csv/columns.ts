import type { Column, ColumnMeaning } from '#shared/exchange/report';

/** Headings in Italian and English, without accents and in small letters; `#` stands for a number or a letter. */
const HEADINGS: Readonly<Record<ColumnMeaning, string>> = {
  question:
    'domanda|testo|testo della domanda|testo domanda|quesito|question|question text|html of the question|prompt|stem',
  option:
    'opzione #|risposta #|alternativa #|scelta #|option #|answer #|answer option #|choice #|response #|option|options|opzione|opzioni|risposte|answers|choices|alternative|#',
  'wrong-option':
    'risposta errata #|risposta sbagliata #|errata #|sbagliata #|distrattore #|wrong #|wrong answer #|incorrect #|incorrect answer #|distractor #',
  right:
    'corretta|corrette|risposta corretta|risposte corrette|risposta esatta|risposta giusta|esatta|giusta|giuste|soluzione|chiave|opzione corretta|right|correct|correct answer|correct answers|right answer|right answers|correct option|answer key|key|solution|answer|risposta',
  explanation:
    'spiegazione|motivazione|commento|riscontro|explanation|feedback|general feedback|rationale|answer explanation|html of the explanation to the answer|why|perche',
  seconds:
    'tempo|secondi|tempo limite|limite di tempo|tempo in secondi|durata|time|time limit|time in seconds|seconds|timer',
  points: 'punti|punteggio|points|score|marks',
  type: 'tipo|tipo di domanda|tipo domanda|type|question type|kind',
  title: 'titolo|nome|title|name|question title|question name',
  tolerance: 'tolleranza|tolerance|margine|margin',
  unit: 'unita|unita di misura|unit|units',
  hint: 'suggerimento|aiuto|indizio|hint|hint #|suggerimento #',
  tags: 'tag|tags|etichetta|etichette|keywords|parole chiave',
  category: 'categoria|category|argomento|topic|subject|materia',
  picture: 'immagine|figura|image|image link|picture|media|image url',
};

const PATTERNS = Object.entries(HEADINGS).map(([means, headings]) => ({
  means: means as ColumnMeaning,
  pattern: new RegExp(`^(?:${headings.replaceAll('#', '(?:\\d{1,2}|[a-h])')})$`),
}));

/** Characters of a heading that are looked at; a cell with more of them is none. */
const LONGEST_HEADING = 120;

/** What stands behind a dash or in brackets explains the heading. */
const plain = (heading: string): string =>
  heading
    .slice(0, LONGEST_HEADING)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\([^)]*\)|\s[-–—]\s.*$|,.*$/g, '')
    .replace(/[_.:*?!/]+|\s+/g, ' ')
    .replace(/([a-z])(\d)/g, '$1 $2')
    .trim();

const meaningOf = (heading: string): ColumnMeaning | null =>
  PATTERNS.find(({ pattern }) => pattern.test(plain(heading)))?.means ?? null;

/** What each heading means; of those that only one column can be, the first is it. */
export function columnsOf(headings: readonly string[]): Column[] {
  const taken = new Set<ColumnMeaning>();
  return headings.map((heading) => {
    const found = meaningOf(heading);
    const repeats = found === 'option' || found === 'wrong-option' || found === 'hint';
    const means = found !== null && (repeats || !taken.has(found)) ? found : null;
    if (means !== null) taken.add(means);
    return { heading, means };
  });
}

/** Whether a row is the heading of a table of questions: it says where they are, and something about their answers. */
export const isHeading = (columns: readonly Column[]): boolean =>
  columns.some(({ means }) => means === 'question') &&
  columns.some(
    ({ means }) => means === 'option' || means === 'right' || means === 'wrong-option' || means === 'type',
  );
