import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withoutEntities } from '../../../server/exchange/entities';
import { stretches } from '../../../server/exchange/formulas';
import { fromHtml } from '../../../server/exchange/html';
import { fromMarkdown, fromPlain } from '../../../server/exchange/plain';
import { escaped } from '../../../server/words/formula';
import { renderText } from '../../../server/words/render';

const textOf = (html: string) => fromHtml(html).text;

describe('HTML of others', () => {
  test('keeps what Markdown can say', () => {
    expect(textOf('<p>Is <b>this</b> <em>so</em>?</p>')).toBe('Is **this** *so*?');
    expect(textOf('<b> spaced </b>out')).toBe('**spaced** out');
    expect(textOf('Use <code>a = `b`</code>')).toBe('Use `` a = `b` ``');
    expect(textOf('one<br>two<br/>three')).toBe('one  \ntwo  \nthree');
    expect(textOf('<p>one</p><p>two</p>')).toBe('one\n\ntwo');
    expect(textOf('Some:<ul><li>a<li>b</li></ul>end')).toBe('Some:\n\n- a\n- b\n\nend');
    expect(textOf('<ol><li>only</li></ol>')).toBe('1. only');
    expect(textOf('<ul><li>a<ul><li>deep</li></ul></li></ul>')).toBe('- a\n  - deep');
    expect(textOf('<pre>if x:\n    y = 2\n</pre>')).toBe('```\nif x:\n    y = 2\n```');
  });

  test('raises and lowers in Unicode where it can, else in a formula', () => {
    expect(textOf('H<sub>2</sub>O, x<sup>2</sup>')).toBe('H₂O, x²');
    expect(textOf('x<sup>k</sup>')).toBe('x$^{k}$');
    expect(textOf('E<sub>kin {max}</sub>')).toBe('E$_{\\text{kin \\{max\\}}}$');
  });

  test('puts formulas between single dollars, and leaves what is in them alone', () => {
    expect(textOf('Solve \\(x_1 * x_2\\) and $$\\frac{1}{2}$$')).toBe('Solve $x_1 * x_2$ and $\\frac{1}{2}$');
    expect(textOf('\\[a &lt; b\\]')).toBe('$$a < b$$');
    expect(textOf('It costs $5, or $10')).toBe('It costs \\$5, or \\$10');
    expect(textOf('with $x_1$ in it')).toBe('with $x_1$ in it');
  });

  test('takes the formula of MathML, as TeX says it or by its form', () => {
    expect(textOf('<math><mfrac><mi>a</mi><msup><mi>b</mi><mn>2</mn></msup></mfrac></math>')).toBe(
      '$\\frac{a}{{b}^{2}}$',
    );
    const annotated =
      '<math><semantics><mi>q</mi><annotation encoding="application/x-tex">\\vec q</annotation></semantics></math>';
    expect(textOf(annotated)).toBe('$\\vec q$');
    expect(fromHtml('<math><munder><mi>m</mi><mi>n</mi></munder></math>').lost).toEqual([
      { code: 'formula-kept-as-text', what: 'mn' },
    ]);
  });

  test('decodes names and numbers of characters once', () => {
    expect(textOf('&egrave; &#233;&#x41; a&nbsp;b &amp;lt;')).toBe('è éA a b &lt;');
    expect(textOf('5 < 6 & 7 > 3 &bogus;')).toBe('5 < 6 & 7 > 3 &bogus;');
  });

  test('names what is lost', () => {
    expect(fromHtml('<img src="https://there.example/a/b.png?x=1" alt="a neuron"> <u>u</u>')).toEqual({
      text: 'a neuron u',
      lost: [
        { code: 'picture-missing', what: 'b.png' },
        { code: 'markup', what: 'u' },
      ],
    });
    const has = (address: string) => address.endsWith('in.png');
    expect(fromHtml('<img src="in.png">', { has }).lost).toEqual([
      { code: 'picture-dropped', what: 'in.png' },
    ]);
    expect(fromHtml('<video src="film.mp4"></video>').lost).toEqual([
      { code: 'media-dropped', what: 'film.mp4' },
    ]);
    expect(fromHtml('<script>alert("<b>")</script>said').text).toBe('said');
  });

  test('of whatever shape it is, is read in time', () => {
    const began = performance.now();
    for (const piece of ['<a ', '<b>', '<a "', '$', '\\(', '<!--', '&', '**', '<ul><li>', '<td>'])
      expect(textOf(piece.repeat(20_000)).length).toBeLessThan(2_000_000);
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});

describe('plain text of others', () => {
  test('means no marks: a star stays a star', () => {
    expect(fromPlain('2*3 * 4 *x* **y**')).toBe('2*3 * 4 \\*x\\* \\*\\*y\\*\\*');
    expect(fromPlain('snake_case _it_ `a`')).toBe('snake_case \\_it\\_ \\`a\\`');
    expect(fromPlain('- one\n1. two')).toBe('\\- one\n1\\. two');
    expect(fromPlain('1986. A year\n-3 degrees')).toBe('1986. A year\n-3 degrees');
    expect(fromPlain('C:\\dir\\*')).toBe('C:\\dir\\\\\\*');
    expect(fromPlain('The _____, of course, is ____ (____).')).toBe(
      'The _____, of course, is ____ (\\_\\_\\_\\_).',
    );
  });

  test('is shown as it was', () => {
    const odd = fc.string({ unit: fc.constantFrom(...'*_`\\$~-+1.)# \nab<&[](!>|'), maxLength: 40 });
    fc.assert(
      fc.property(odd, (text) => {
        const said = fromPlain(text);
        fc.pre(stretches(text).every(({ formula }) => !formula));
        const shown = (renderText(said) ?? escaped(said))
          .replaceAll('<br>\n', '\n')
          .replace(/<\/span>\s*<span class="w-part">/g, '\n');
        const words = withoutEntities(shown.replace(/<\/?span[^>]*>/g, '')).replace(/\s+/g, ' ');
        expect(words.trim()).toBe(text.replace(/\s+/g, ' ').trim());
      }),
      { numRuns: 2_000 },
    );
  });

  test('keeps its formulas, and only those', () => {
    expect(fromPlain('\\(a*b\\) is $c*d=1$, $5 and $6')).toBe('$a*b$ is $c*d=1$, \\$5 and \\$6');
  });

  test('has no control characters', () => {
    expect(fromPlain('a\u0000b\u{FDD0}c\r\nd')).toBe('abc\nd');
  });
});

test('Markdown of others stays Markdown, with our formulas', () => {
  expect(fromMarkdown('**bold** \\(x\\) for $3')).toBe('**bold** $x$ for \\$3');
});
