import fc from 'fast-check';

/** Signs that some format or other gives a meaning to, and letters that have none anywhere. */
const SIGNS = '~=#{}:\\%[]()<>&"\'$*_`-+./|;!?^@';
const LETTERS = 'aeioubcdpqàèñßøжλ中😀0123456789';

const letter = fc.constantFrom(...LETTERS);
const sign = fc.constantFrom(...SIGNS);
const word = fc.array(fc.oneof({ weight: 6, arbitrary: letter }, { weight: 1, arbitrary: sign }), {
  minLength: 1,
  maxLength: 8,
});
const plainWord = word.map((letters) => letters.join(''));

/** Pieces that mean something in one format and must not in another. */
const trap = fc.constantFrom(
  ...[
    '->',
    '=100%',
    '~%50%',
    '%25%half',
    '[html]',
    '[plain]',
    '{T}',
    '{#3}',
    '####',
    '::',
    '//',
    '$CATEGORY:',
    ']]>',
  ],
  ...[
    '&amp;',
    '&lt;b&gt;',
    '<b>bold</b>',
    '<!--',
    '@@PLUGINFILE@@/a.png',
    'ANSWER: B',
    '\\n',
    '\\:',
    '1. one',
    '- one',
  ],
  ...['a < b && c > d', '5 $ and 6 $', '2 * 3 * 4', 'snake_case_name', 'C:\\temp', '\u00A0', '…'],
);

/** Formulas and marks as our texts have them. */
const mark = fc.constantFrom(
  ...[
    '$x_1$',
    '$\\frac{1}{2}$',
    '$a < b$',
    '$w \\cdot x + b$',
    '$\\{0, 1\\}$',
    '$x^2 \\neq 2$',
    '$$\\sum_i w_i x_i$$',
  ],
  ...[
    '**bold**',
    '*slanted*',
    '`a = b`',
    '`{x: 1}`',
    '**bold *and slanted***',
    '`` a ` b ``',
    '\\*',
    '\\$',
    '\\_',
  ],
);

const piece = fc.oneof(
  { weight: 8, arbitrary: plainWord },
  { weight: 2, arbitrary: trap },
  { weight: 2, arbitrary: mark },
);
const line = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(' '));

/** One line with something to read on it. */
export const randomLine = line.filter((words) => /[\p{L}\p{N}]/u.test(words));

/** Some lines, perhaps paragraphs, a list, or code. */
export const randomText = fc.oneof(
  { weight: 6, arbitrary: randomLine },
  {
    weight: 1,
    arbitrary: fc.array(randomLine, { minLength: 2, maxLength: 3 }).map((lines) => lines.join('\n')),
  },
  {
    weight: 1,
    arbitrary: fc.array(randomLine, { minLength: 2, maxLength: 3 }).map((lines) => lines.join('\n\n')),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('Two:\n\n- one\n- two', '1. one\n2. two', '```\nif x:\n    y = 2\n```'),
  },
);
