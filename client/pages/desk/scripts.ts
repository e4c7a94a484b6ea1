/** The scripts in which people write names today: UAX 31's tables 5 and 7, and what a keyboard has besides. */
const SCRIPTS = (
  'Latn Cyrl Grek Armn Geor Hebr Arab Thaa Syrc Nkoo Adlm Rohg Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh ' +
  'Thai Laoo Tibt Mymr Khmr Ethi Cher Cans Mong Hani Hira Kana Bopo Hang Tfng Vaii Lisu Yiii Olck Java Bali Sund ' +
  'Osge Cham Lana Talu Copt Runr Goth'
).split(' ');

/** Written together by those who write Chinese, Japanese and Korean, each of them beside Latin: UTS 39, 5.2. */
const TOGETHER = [
  ['Hani', 'Bopo'],
  ['Hani', 'Hira', 'Kana'],
  ['Hani', 'Hang'],
].map((all) => [...all, 'Latn']);

const within = (scripts: readonly string[]) =>
  new RegExp(`^[${scripts.map((script) => `\\p{scx=${script}}`).join('')}]+$`, 'u');

const alone = new Map(SCRIPTS.filter(isKnown).map((script) => [script, within([script])] as const));
const together = TOGETHER.map(within);

/** An older browser does not know the newest scripts. */
function isKnown(script: string): boolean {
  try {
    return within([script]) !== null;
  } catch {
    return false;
  }
}

/**
 * The scripts of a name that mixes some which nobody mixes, by their four letters: none if it does not. An А from
 * Cyrillic beside Latin letters passes for another name.
 */
export function mixedScripts(name: string): readonly string[] {
  // Digits, spaces, emoji and accents belong to every script.
  const letters = name.normalize('NFC').replace(/[^\p{L}\p{M}]|[\p{sc=Zyyy}\p{sc=Zinh}]/gu, '');
  const fits = (pattern: RegExp) => pattern.test(letters);
  if (letters === '' || [...alone.values(), ...together].some(fits)) return [];
  return [...alone].filter(([, pattern]) => [...letters].some((letter) => pattern.test(letter))).map(first);
}

const first = ([script]: readonly [string, RegExp]): string => script;
