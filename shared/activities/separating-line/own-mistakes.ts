import { inLanguage, type Text } from '../../text';
import type { MistakeId } from './mistakes';

type Names = (zero: string, one: string) => string;

const says: Record<MistakeId, { readonly it: Names; readonly en: Names }> = {
  'one-side': {
    it: () => 'tutti i punti stanno dalla stessa parte della retta',
    en: () => 'all the points are on the same side of the line',
  },
  side: {
    it: (zero) => `si accende dalla parte di «${zero}»`,
    en: (zero) => `it fires on the side of “${zero}”`,
  },
  seen: {
    it: () => 'va bene per i punti che si vedevano, non per gli altri',
    en: () => 'good for the points in sight, not for the others',
  },
  adelie: {
    it: (zero, one) => `lascia dei punti «${zero}» in mezzo a «${one}»`,
    en: (zero, one) => `it leaves some of “${zero}” among “${one}”`,
  },
  gentoo: {
    it: (zero, one) => `lascia dei punti «${one}» in mezzo a «${zero}»`,
    en: (zero, one) => `it leaves some of “${one}” among “${zero}”`,
  },
  both: {
    it: (zero, one) => `taglia in due sia «${zero}» sia «${one}»`,
    en: (zero, one) => `it cuts through “${zero}” and through “${one}”`,
  },
};

/** A mistake with the names of a table's two classes. */
export function ownSays(id: MistakeId, [zero, one]: readonly [Text, Text]): Text {
  const { it, en } = says[id];
  return {
    it: it(inLanguage(zero, ['it']), inLanguage(one, ['it'])),
    en: en(inLanguage(zero, ['en']), inLanguage(one, ['en'])),
  };
}
