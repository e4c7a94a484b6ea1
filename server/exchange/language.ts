/** Small words that a page of one language is full of, and pages of the others are not. */
const WORDS: Readonly<Record<string, string>> = {
  it: 'il lo gli della delle dei che di è un una per con quale quali sono nel nella come non si cosa',
  en: 'the of and is are which what in to for with that this how does an it by from be',
  de: 'der die das und ist nicht ein eine welche was wie von mit den dem sind für auf im zu',
  fr: 'le les des du et est une dans que qui quel quelle sont pour avec sur au aux ne pas',
  es: 'el los las del y es una en que cuál qué son para con por como',
};

/** Characters that are looked at. */
const ENOUGH = 100_000;

/** A picture inside the file: letters that are no words. */
const PICTURE = /[A-Za-z\d+/=]{60,}/g;

/** So many of them tell something. */
const ENOUGH_FOUND = 3;

/** Where nothing can be told. */
export const UNSURE = 'it';

/** The language that most small words of a text are of. */
export function languageOf(text: string): string {
  const words =
    text
      .replace(PICTURE, ' ')
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.slice(0, ENOUGH) ?? [];
  const counts = Object.entries(WORDS).map(([language, small]) => {
    const known = new Set(small.split(' '));
    return { language, count: words.filter((word) => known.has(word)).length };
  });
  const [best] = counts.sort((a, b) => b.count - a.count);
  return best && best.count >= ENOUGH_FOUND ? best.language : UNSURE;
}
