/**
 * What rendered words may be made of: nothing that runs, loads or leads anywhere. Temml and markdown-it keep to it by their
 * own rules; this is looked at once more because it is shown to a whole class.
 */
const TAGS = new Set(
  (
    'span em strong code br math mrow mi mn mo mtext mspace ms msup msub msubsup mover munder munderover mfrac msqrt mroot ' +
    'mtable mtr mtd mlabeledtr mpadded mphantom mstyle merror menclose mmultiscripts mprescripts none semantics'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  (
    'class style role aria-label display displaystyle scriptlevel mathvariant mathcolor mathbackground mathsize stretchy fence ' +
    'form separator lspace rspace largeop symmetric movablelimits accent accentunder minsize maxsize width height depth ' +
    'voffset linethickness columnalign columnlines columnspacing rowlines rowspacing rowalign frame framespacing columnspan ' +
    'rowspan side align notation dir lquote rquote linebreak bevelled numalign denomalign columnwidth equalcolumns'
  ).split(' '),
);

/** Colours, lengths and words; nothing that is loaded. */
const STYLE = /^[\w\s:;.,#%()+-]*$/;
const LOADS = /url|expression|image|import|script:|@/i;

const TAG = /<\/?([a-zA-Z][\w-]*)((?:\s+[\w-]+=(?:"[^"<>]*"|'[^'<>]*'))*)\s*\/?>/g;
const ATTRIBUTE = /([\w-]+)=(?:"([^"]*)"|'([^']*)')/g;

/** Whether HTML is made of these tags and attributes alone. */
export function isHarmless(html: string): boolean {
  if (/[<>]/.test(html.replace(TAG, ''))) return false;
  return [...html.matchAll(TAG)].every(
    ([, tag = '', attributes = '']) => TAGS.has(tag) && areHarmless(attributes),
  );
}

const areHarmless = (attributes: string): boolean =>
  [...attributes.matchAll(ATTRIBUTE)].every(
    ([, name = '', double, single]) =>
      ATTRIBUTES.has(name) && (name !== 'style' || isQuiet(double ?? single ?? '')),
  );

const isQuiet = (style: string): boolean => STYLE.test(style) && !LOADS.test(style);
