import type { ErrorCode } from '../../shared/errors';

/** A name as it is typed, what becomes of it, and the property of Unicode's that decides. */
export interface Row {
  readonly typed: string;
  /** The text that is shown, or the code with which it is refused. */
  readonly becomes: { readonly text: string } | { readonly code: ErrorCode };
  readonly decides: string;
}

const kept = (decides: string, ...names: readonly string[]): Row[] =>
  names.map((typed) => ({ typed, becomes: { text: typed }, decides }));

const shown = (typed: string, text: string, decides: string): Row => ({ typed, becomes: { text }, decides });

const refused = (code: ErrorCode, decides: string, ...names: readonly string[]): Row[] =>
  names.map((typed) => ({ typed, becomes: { code }, decides }));

const letters = 'General_Category L and M';

/** First names as their owners write them. */
const real: readonly Row[] = [
  ...kept(
    letters,
    'Anna',
    'Niccolò',
    'José',
    'Zoë',
    'François',
    'Günther',
    'Łukasz',
    'Søren',
    'Þórdís',
    'Ægir',
  ),
  ...kept(letters, 'Nguyễn Ánh', 'Şükrü', 'Iğdır', 'İrem', 'Işıl', 'Ștefan', 'Džemal', 'Ċensu', 'Kealiʻi'),
  ...kept(letters, 'Ελένη', 'Γιώργος', 'Ольга', 'Андрій', 'Ђорђе', 'Ўткір', 'ნინო', 'Արամ', 'ᏣᎳᎩ', 'ꦱꦫꦶ'),
  ...kept(letters, 'أحمد', 'فاطمة', 'مُحَمَّد', 'ژاله', 'عائشہ', 'ئاسۆ', 'שרה', 'שִׁירָה', 'ܡܪܝܡ', 'ޢަލީ', 'ߡߊ߬ߙߌ'),
  ...kept(
    letters,
    'अनुष्का',
    'प्रिया',
    'দীপা',
    'ਗੁਰਪ੍ਰੀਤ',
    'જીજ્ઞા',
    'ପ୍ରିୟା',
    'தமிழ்',
    'కృష్ణ',
    'ಲಕ್ಷ್ಮಿ',
    'രമേഷ്',
    'സുനിൽ',
  ),
  ...kept(letters, 'නිමල්', 'สมชาย', 'น้ำฝน', 'ສົມພອນ', 'བསྟན་འཛིན', 'မြွေ', 'အောင်', 'ភ្នំ', 'សុខា', 'አበበ', 'ሰላም'),
  ...kept(
    letters,
    '小明',
    '李雷',
    '健太',
    'さくら',
    'ユウキ',
    'メアリー',
    '민준',
    '서연',
    'ㄅㄆ',
    'ᐃᓄᒃ',
    'ⵜⵉⵏ',
    'ꓡꓲꓢꓴ',
  ),
  ...kept(letters, 'ᠮᠣᠩᠭᠣᠯ', '𞤀𞤁𞤂', 'ᱥᱟᱱᱛᱟᱲ', 'ᮞᮥᮔ᮪ᮓ', 'ᜋᜇᜎᜅ᜔'),
  ...kept(
    'General_Category P, N and S',
    "D'Angelo",
    'O’Neill',
    'Jean-Luc',
    'Al·lot',
    'Bo 2',
    'M.',
    '42',
    'X Æ A-12',
    '?!',
    '∑ 3',
    'Ⅳ',
  ),
];

const nfc: readonly Row[] = [
  shown('Zoe\u0308', 'Zoë', 'Canonical_Composition (NFC)'),
  shown('Nguye\u0302\u0303n', 'Nguyễn', 'Canonical_Composition (NFC)'),
  shown('\u1106\u1175\u11AB\u110C\u116E\u11AB', '민준', 'Canonical_Composition (NFC), Hangul_Syllable_Type'),
  shown('\u212Bsa', 'Åsa', 'Canonical_Decomposition (NFC)'),
  shown('  Ada \u00A0 Lovelace\t', 'Ada Lovelace', 'White_Space'),
  shown('Ada\nLovelace', 'Ada Lovelace', 'White_Space'),
  shown('山田\u3000花子', '山田 花子', 'White_Space'),
  shown('Ada\u2028Bo', 'Ada Bo', 'White_Space'),
  shown('A\u1680B', 'A B', 'White_Space'),
];

const contextj = 'Canonical_Combining_Class Virama (RFC 5892, A.1 and A.2)';
const joining = 'Joining_Type (RFC 5892, A.1)';

const joiners: readonly Row[] = [
  ...kept(
    joining,
    'نازنین\u200Cزهرا',
    'علی\u200Cرضا',
    'می\u200Cنا',
    'گل\u200Cچهره',
    'مه\u200Cسا',
    'بَ\u200Cبَ',
  ),
  ...kept(contextj, 'ക്\u200Cഷ', 'रक्\u200Dषा', 'क्\u200Cष', 'ශ්\u200Dරී', 'ක්\u200Dෂමා', 'ಕ್\u200Cಷ'),
  ...kept(`${contextj}, old chillu`, 'രമേശന്\u200D', 'അനില്\u200D'),
  ...kept('Letter, joiner, virama, letter (the Standard, 12)', 'র\u200D্যাচেল', 'ರ\u200D್ಕ'),
  shown('An\u200Cna', 'Anna', joining),
  shown('An\u200Dna', 'Anna', contextj),
  shown('\u200CAnna\u200D', 'Anna', joining),
  shown('مه\u200C', 'مه', `${joining}: nothing follows`),
  shown('\u200Cزهرا', 'زهرا', `${joining}: nothing precedes`),
  shown('ا\u200Cب', 'اب', `${joining}: alef joins nothing after it`),
  shown('مه\u200C\u200C\u200Cسا', 'مه\u200Cسا', `${joining}: one is enough`),
  shown('م\u200Dه', 'مه', contextj),
  shown('क\u200Dष', 'कष', `${contextj}: no virama`),
  shown('李\u200D雷', '李雷', contextj),
];

const emoji = 'RGI_Emoji';

const pictures: readonly Row[] = [
  ...kept(
    emoji,
    '😀',
    'Ada 🚀',
    '👍🏽',
    '👩🏽\u200D🚀',
    '👨\u200D👩\u200D👧\u200D👦',
    '👩\u200D❤\uFE0F\u200D👩',
    '🏳\uFE0F\u200D🌈',
  ),
  ...kept(
    emoji,
    '🇮🇹',
    '🇯🇵🇧🇷',
    '1\uFE0F\u20E3',
    '#\uFE0F\u20E3',
    '❤\uFE0F',
    '☎\uFE0F Bo',
    '🧑🏿\u200D🤝\u200D🧑🏻',
    '🐻\u200D❄\uFE0F',
    '🏴\u200D☠\uFE0F',
  ),
  ...kept(
    'RGI_Emoji_Tag_Sequence',
    '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
    '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}',
    '🏴\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}',
  ),
  ...kept(`${emoji}: a sequence counts as one`, '👨\u200D👩\u200D👧\u200D👦'.repeat(18), '🇮🇹'.repeat(20)),
  ...kept('Emoji without a selector', '❤', '♞', '☀ Sol'),
  shown('❤\u200D🔥', '❤\uFE0F\u200D🔥', `${emoji} once its selector is there`),
  shown('👨\u200D🐱', '👨🐱', `${emoji}: no such sequence`),
  shown('😀\uFE0E', '😀', 'Default_Ignorable_Code_Point: a selector of text'),
  shown('Ada\uFE0F', 'Ada', 'Default_Ignorable_Code_Point: not after an emoji'),
  shown('7\uFE0F', '7', `${emoji}: a digit is none without its keycap`),
  shown('🏴\u{E0075}\u{E0073}\u{E0074}\u{E0078}\u{E007F}', '🏴', 'RGI_Emoji_Tag_Sequence: Texas is none'),
  shown('😀\u200D', '😀', `${emoji}: nothing is joined`),
];

const ignorable = 'Default_Ignorable_Code_Point';

/** Not seen, and out of place: dropped from a name that is one without it. */
const dropped: readonly Row[] = [
  '\u00AD',
  '\u034F',
  '\u061C',
  '\u115F',
  '\u1160',
  '\u17B4',
  '\u17B5',
  '\u180B',
  '\u180E',
  '\u200B',
  '\u200E',
  '\u200F',
  '\u202A',
  '\u202E',
  '\u2060',
  '\u2063',
  '\u2066',
  '\u2069',
  '\u206A',
  '\u3164',
  '\uFE00',
  '\uFE0F',
  '\uFEFF',
  '\uFFA0',
  '\uFFF0',
  '\u{1BCA0}',
  '\u{1D173}',
  '\u{E0001}',
  '\u{E0041}',
  '\u{E007F}',
  '\u{E0100}',
  '\u{E01EF}',
  '\u{E0FFF}',
].map((char) => shown(`An${char}na`, 'Anna', ignorable));

const inkless = 'none: no property tells that a character has no ink';

const blanks: readonly Row[] = [
  ...refused('name-blank', 'White_Space', '', '   ', '\u00A0', '\u3000', '\u2003\u2009'),
  ...refused(
    'name-blank',
    ignorable,
    '\u3164',
    '\u115F\u1160',
    '\uFFA0',
    '\u00AD',
    '\u200B',
    '\u2060\uFEFF',
    '\u202E',
  ),
  ...refused(
    'name-blank',
    ignorable,
    '\u034F',
    '\uFE0F',
    '\u{E0041}\u{E007F}',
    '\u200D',
    '\u200C\u200C',
    '\u17B4',
  ),
  ...refused('name-blank', inkless, '\u2800', '\u2800 \u2800', '\uFFFC', '\u{13441}', '\u{1D159}'),
  ...refused('name-blank', 'General_Category M alone', '\u0301', '\u0902', '\u20DD'),
  shown('Ada\u2800Bo', 'Ada Bo', inkless),
];

const stacked = 'General_Category Mn and Me, more than four (UTS 39, 5.4)';

const marks: readonly Row[] = [
  ...kept('General_Category Mn, four at most', 'q\u0300\u0301\u0302\u0303', 'בְּ֑רָכָה'.normalize('NFC')),
  ...refused('name-marks', stacked, 'q\u0300\u0301\u0302\u0303\u0304', `Z${'\u0300\u0301'.repeat(20)}algo`),
  ...refused(
    'name-marks',
    'the same nonspacing mark twice (UTS 39, 5.4)',
    'q\u0323\u0323',
    'กุุ',
    'q\u0489\u0489',
  ),
  ...refused('name-marks', 'General_Category M without a letter', '\u0301Ada', 'Ada \u0301Bo', '\u0E38ก'),
  ...refused('name-marks', 'General_Category Mc, more than eight', `ক${'\u09BE'.repeat(9)}`),
];

const unknown: readonly Row[] = [
  ...refused('name-invalid', 'General_Category Cc', 'Ada\u0007', 'A\u0000da', '\u001B[31mAda'),
  ...refused('name-invalid', 'General_Category Cf, not ignorable', 'Ada\uFFF9', 'Ada\u0600', 'Ada\u{13430}'),
  ...refused('name-invalid', 'General_Category Co', 'Ada\uE000', '\u{F0000}', '\uF8FF'),
  ...refused('name-invalid', 'General_Category Cn', 'Ada\uFFFF', '\u{5FFFE}', '\uFDD0'),
  ...refused('name-invalid', 'General_Category Cs', 'Ada\uD800', '\uDC00'),
];

const long: readonly Row[] = [
  ...kept('Grapheme_Cluster_Break: 20', 'a'.repeat(20), 'é'.repeat(20), '小'.repeat(20)),
  shown('e\u0301'.repeat(20), 'é'.repeat(20), 'Grapheme_Cluster_Break: 20'),
  ...refused(
    'name-invalid',
    'Grapheme_Cluster_Break: more than 20',
    'a'.repeat(21),
    '😀'.repeat(21),
    '小'.repeat(21),
  ),
  ...refused('name-invalid', 'Compatibility_Decomposition of more than 80', 'ﷺ'.repeat(5)),
];

export const table: readonly Row[] = [
  ...[...real, ...nfc, ...joiners, ...pictures, ...dropped],
  ...[...blanks, ...marks, ...unknown, ...long],
];
