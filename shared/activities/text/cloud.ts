import type { Said } from './view';

/** A word of the cloud, with how many answers have it. */
export interface CloudWord {
  readonly word: string;
  readonly count: number;
}

/** What stands in any sentence, in the two languages of the interface. */
const EVERYWHERE = new Set(
  (
    'anche che chi con come così cosa dai dal dalla dalle dei del dell della delle degli dopo era essere fare gli ' +
    'hanno ho il in la le lo loro ma mia mio molto nei nel nella non nostro ogni per perché più può poi qua quando ' +
    'quanto quella quelle quelli quello questa questo qui se sei sempre senza si sia sono sta sua suo sul sulla tra ' +
    'tutti tutto un una uno ' +
    'about all also and any are because been but can does for from had has have how into its just more not now one ' +
    'our out some that the their them then there they this was were what when which who why will with you your'
  ).split(' '),
);

/** How many words a screen holds. */
const MOST_WORDS = 40;

const wordsIn = (text: string): ReadonlySet<string> =>
  new Set(
    (text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []).filter(
      (word) => word.length > 2 && !EVERYWHERE.has(word),
    ),
  );

/** The words that came in most answers, the commonest first; a word counts once in an answer. */
export function cloudOf(said: readonly Said[]): readonly CloudWord[] {
  const counts = new Map<string, number>();
  for (const { text } of said)
    for (const word of wordsIn(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .map(([word, count]) => ({ word, count }))
    .sort((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_WORDS);
}
