import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plain, stringsIn } from '#shared/words';
import { fromPlain } from '../../../server/exchange/plain';
import { isHarmless } from '../../../server/words/harmless';
import { MOST_HTML, renderAll, renderText } from '../../../server/words/render';

const math = (read: string, inner: string) => `<math aria-label="${read}">${inner}</math>`;

describe('a text as HTML', () => {
  test.each([
    ['**a** and *b*', '<strong>a</strong> and <em>b</em>'],
    ['`a<b`', '<code>a&lt;b</code>'],
    ['one\ntwo', 'one<br>\ntwo'],
    ['one\n\ntwo', '<span class="w-part">one</span><span class="w-part">two</span>'],
    [
      '- a\n- b',
      '<span class="w-list" role="list"><span role="listitem">a</span><span role="listitem">b</span></span>',
    ],
    [
      '3. a\n4. b',
      '<span class="w-list w-numbered" role="list" style="counter-reset:list-item 2">' +
        '<span role="listitem">a</span><span role="listitem">b</span></span>',
    ],
    ['```\na *b*\n```', '<code class="w-part">a *b*</code>'],
    ['$x$', math('x', '<mi>x</mi>')],
    ['let $x<1$', `let ${math('x&lt;1', '<mrow><mi>x</mi><mo>&lt;</mo><mn>1</mn></mrow>')}`],
    ['**$x$**', `<strong>${math('x', '<mi>x</mi>')}</strong>`],
    ['\\$5', '$5'],
    ['\\*a\\*', '*a*'],
    ['`$x$`', '<code>$x$</code>'],
  ])('%j', (source, html) => {
    expect(renderText(source)).toBe(html);
  });

  test('a formula keeps its dollars and what stands between them', () => {
    const html = renderText('$\\begin{array}{rr}10\\$&20\\$\\end{array}$') ?? '';
    expect(html).toMatch(/^<math aria-label="[^"<]*10\\\$&amp;20\\\$[^"<]*"[^>]*><mtable/);
    expect(html.match(/<math/g)).toHaveLength(1);
  });

  test('a formula on lines of its own keeps them, also where one begins with a minus', () => {
    const html = renderText('so\n\n$$\na\n- b\n$$\n\nholds') ?? '';
    expect(html).toMatch(/^<span class="w-part">so<\/span><math aria-label="a−b" display="block"/);
    expect(html).toMatch(/<span class="w-part">holds<\/span>$/);
    expect(html).not.toContain('role="list"');
  });
});

test.each([
  ...[
    'costs $5 and $6',
    '$',
    '5$',
    '2 * 3 * 4',
    'w1*x1+w2*x2',
    'snake_case_name',
    '(a*b)*c',
    '- 5',
    '1986. A year',
  ],
  ...[
    '# no heading',
    '> 3',
    '---',
    'a | b',
    '<b>bold</b>',
    '&lt;',
    'http://example.org',
    '[a](http://a.b)',
    '![a](b)',
  ],
  ...['', ' ', '*', '**', '``', '\\', '\\alpha', 'a\\'],
])('%j is shown as it is written', (source) => {
  expect(renderText(source)).toBeNull();
});

const hostile = [
  '<script>alert(1)</script> *a*',
  '*a*\n\n<img src=x onerror=alert(1)>',
  '[*a*](javascript:alert(1))',
  '<javascript:alert(1)> *a*',
  '![*a*](http://example.org/a.png)',
  '$\\href{javascript:alert(1)}{x}$',
  '$\\url{http://example.org}$',
  '$\\includegraphics{http://example.org/a.png}$',
  '$\\class{a}{b}$ $\\id{a}{b}$ $\\style{background:url(x)}{b}$ $\\data{a=b}{c}$',
  '$\\text{<script>alert(1)</script>}$',
  '$\\color{url(http://a.b)}x$',
  '$\\ref{x}$ $\\eqref{x}$ $\\label{x}$',
  '$\\char"3C script \\char"3E$',
  '$x" onload="alert(1)$',
  '```"onload="a\n*a*\n```',
  '1. a\n2. b\n\n<a href="javascript:alert(1)">c</a>',
];

/** Whatever could run, load or lead somewhere, by tag, attribute and value; what stands in quotes is no markup. */
const TAGS = /<\s*(script|img|a|iframe|svg|link|style|object|embed|form|input)\b/i;
const ATTRIBUTES = /\s(on\w+|href|src|srcset|action|xlink:href)\s*=/i;
const STYLES = /style="[^"]*(url|expression|javascript|import)/i;

function expectHarmless(html: string): void {
  const unquoted = (html.replace(/"[^"]*"/g, '""').match(/<[^>]*>/g) ?? []).join('');
  expect(unquoted).not.toMatch(TAGS);
  expect(unquoted).not.toMatch(ATTRIBUTES);
  expect(html).not.toMatch(STYLES);
  expect(isHarmless(html)).toBe(true);
}

test.each([
  '<script>a</script>',
  '<code onclick="a">b</code>',
  '<span style="background:url(a)">b</span>',
  '<math href="a"></math>',
  "<a href='#b'></a>",
  'a < b',
  '<span',
])('%j is not harmless', (html) => {
  expect(isHarmless(html)).toBe(false);
});

test.each(hostile)('%j does nothing but stand there', (source) => {
  expectHarmless(renderText(source) ?? '');
});

test('no text has a script, a handler or an address in its HTML', () => {
  const piece = fc.constantFrom(
    ...hostile,
    ...[
      '$',
      '$$',
      '*',
      '**',
      '_',
      '`',
      '\n',
      '\n\n',
      '- ',
      '1. ',
      '<',
      '>',
      '"',
      "'",
      '&',
      '{',
      '}',
      '\\',
      ' ',
      'x',
      '^',
    ],
    ...[
      '\\frac',
      '\\text{',
      '\\mathrm',
      '\\left(',
      '\\begin{matrix}',
      '\\end{matrix}',
      '\\color{red}',
      '\\verb|',
      '~~~',
    ],
    ...['javascript:', 'onload=', 'href=', '</span>', '<math', 'aria-label="', '\u0000', '\uE000', '\uD800'],
  );
  let rendered = 0;
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 14 }), (pieces) => {
      const html = renderText(pieces.join(''));
      if (html === null) return;
      rendered += 1;
      expectHarmless(html);
    }),
    { numRuns: 3_000, seed: 59 },
  );
  expect(rendered).toBeGreaterThan(1_000);
});

/** As others write them: between brackets that a backslash begins. */
const FORMULA = /\\\[.*\\\]|\\\(.*\\\)/;

test('between brackets with backslashes others write formulas', () => {
  expect(renderText(fromPlain('\\[a\\]'))).toContain('<mi>a</mi></math>');
});

test('plain text of others is shown as it is, whatever is in it but a formula', () => {
  const line = fc.string({ unit: fc.constantFrom(...'ab1 *_`\\-+.)~#<>&|[](='), maxLength: 30 });
  const shown = (html: string) =>
    html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  fc.assert(
    fc.property(line, (text) => {
      fc.pre(!FORMULA.test(text));
      const source = fromPlain(text);
      expect(shown(renderText(source) ?? '') || source).toBe(text.trim());
    }),
    { numRuns: 3_000 },
  );
});

test('what is shown as it is written would be so in a longer text too', () => {
  const line = fc.string({ unit: fc.constantFrom(...'ab1é *_`$\\-.)~'), minLength: 1, maxLength: 12 });
  let asIs = 0;
  fc.assert(
    fc.property(line, (text) => {
      if (text.trim() !== text || renderText(text) !== null) return;
      asIs += 1;
      expect(renderText(`${text}\n\nz`)).toBe(
        `<span class="w-part">${text}</span><span class="w-part">z</span>`,
      );
    }),
    { numRuns: 5_000, seed: 61 },
  );
  expect(asIs).toBeGreaterThan(1_000);
});

test.each([
  ['braces', `$${'{'.repeat(480)}x${'}'.repeat(480)}$`],
  ['ten thousand dollars', '$'.repeat(10_000)],
  ['two thousand dollars', '$ '.repeat(1_000)],
  ['roots', `$${'\\sqrt{'.repeat(140)}x${'}'.repeat(140)}$`],
  ['stars', '*a '.repeat(600)],
  ['lists in lists', Array.from({ length: 60 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n')],
  ['a definition that grows', '$\\def\\a{xxxxxxxxxx}\\def\\b{\\a\\a\\a\\a\\a\\a\\a\\a}\\b\\b\\b$'],
])('%s take no time', (_name, source) => {
  const before = performance.now();
  renderText(source);
  expect(performance.now() - before).toBeLessThan(500);
});

test('a definition is no formula: its source says so', () => {
  expect(renderText('$\\def\\a{x}\\a$')).toBe('<code class="w-wrong">$\\def\\a{x}\\a$</code>');
  expect(renderText('$\\frac{1}$')).toBe('<code class="w-wrong">$\\frac{1}$</code>');
});

test('a lesson of formulas alone ends where frames would get too large', () => {
  const texts = Array.from({ length: 400 }, (_, i) => `${'$x^{y^z}$ '.repeat(190)}${i}`);
  const written = renderAll(texts);
  const size = Object.values(written).reduce((sum, html) => sum + html.length, 0);
  expect(size).toBeGreaterThan(MOST_HTML);
  expect(size).toBeLessThan(MOST_HTML * 1.1);
  expect(renderAll(texts, () => true)).toEqual({});
});

/** Every file of the built-in lessons. */
const files = readdirSync('lessons', { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.json') && !file.endsWith('.schema.json'),
);

test('no built-in lesson has a text that its marks would change', () => {
  expect(files.length).toBeGreaterThan(40);
  const texts = files.flatMap((file) => [
    ...stringsIn(JSON.parse(readFileSync(join('lessons', file), 'utf8'))),
  ]);
  expect(texts.length).toBeGreaterThan(1_000);
  expect(texts.filter((text) => renderText(text) !== null || plain(text) !== text)).toEqual([]);
});
