import { describe, expect, test } from 'vitest';
import type { Question, Report } from '#shared/exchange/report';
import { bindStep } from '#shared/activities/registry';
import { readGift } from '../../../server/exchange/read/gift/read';

const read = (text: string): readonly Question[] => {
  const report: Report = readGift({ name: 'a.gift', encoding: 'utf-8', text, language: 'it' });
  return report.refused === null ? report.questions : [];
};

/** The only question of a text. */
function only(text: string) {
  const [question, ...others] = read(text);
  expect(others).toEqual([]);
  if (!question) throw new Error('no question');
  return question;
}

/** Its step, which its kind takes as it is. */
function stepOf(text: string) {
  const question = only(text);
  if (question.becomes === null) throw new Error(`${question.fault} ${question.what ?? ''}`);
  const { kind, version = 1, config } = question.step;
  expect(bindStep({ kind, version, config }).ok).toBe(true);
  return question.step;
}

const configOf = (text: string) => stepOf(text).config as Record<string, unknown>;
const lostOf = (text: string) => {
  const question = only(text);
  return question.becomes === null
    ? []
    : question.lost.map(({ code, what }) => (what ? `${code}: ${what}` : code));
};
const faultOf = (text: string) => {
  const question = only(text);
  return question.becomes === null ? question.fault : question.becomes;
};
const it = (words: string) => ({ it: words });

describe('a choice in GIFT', () => {
  test('has its right option, whys for the wrong ones, and what is said to all as its explanation', () => {
    const step = stepOf('::Q1:: Which one? {\n=this#Well done ~that#No: see there ~other\n####Because.}');
    expect(step).toMatchObject({
      id: 'q1',
      kind: 'choice',
      title: it('Q1'),
      task: it('Which one?'),
      explanation: it('Well done\n\nBecause.'),
      ...{ points: 1_000, seconds: null, timing: 'accuracy' },
      config: {
        options: [
          { id: 'a', text: it('this') },
          { id: 'b', text: it('that'), why: it('No: see there') },
          { id: 'c', text: it('other') },
        ],
        ...{ right: ['a'], several: false, shuffle: true },
      },
    });
  });

  test('with weights has several right ones, and loses weights that are not even', () => {
    const even = 'Q {~%50%a ~%50%b ~%-50%c ~%-50%d}';
    expect(configOf(even)).toMatchObject({ right: ['a', 'b'], several: true });
    expect(lostOf(even)).toEqual([]);
    expect(lostOf('Q {~%70%a ~%30%b ~c}')).toEqual(['fractions']);
    expect(lostOf('Q {=a ~%50%b ~c}')).toEqual(['fractions']);
    expect(configOf('Q {~%33,333%a ~%33.333%b ~%33.334%c ~d}')).toMatchObject({ right: ['a', 'b', 'c'] });
  });

  test('without a wrong one is a poll, without a right one a fault', () => {
    expect(faultOf('Q {~%50%a ~%50%b}')).toBe('poll');
    expect(lostOf('Q {~%50%a ~%50%b}')).toEqual(['answers-not-graded']);
    expect(faultOf('Q {~a ~b}')).toBe('no-right-answer');
    expect(faultOf('Q {=a =b ~c}')).toBe('several-right-answers');
    expect(faultOf(`Q {=a ${'~b'.repeat(6)}}`)).toBe('too-many-options');
    expect(faultOf('{=a ~b}')).toBe('empty-question');
    expect(faultOf('Q {=a ~}')).toBe('unsupported-type');
  });

  test('that misses a word in its middle shows where', () => {
    expect(stepOf('The {=sun ~moon}, of course.').task).toEqual(it('The _____, of course.'));
    expect(stepOf('What shines? {=sun ~moon}.').task).toEqual(it('What shines?'));
  });

  test('true or false has the feedback of the wrong answer as its why', () => {
    expect(stepOf('Vero? {T#Era vero#Bravo####Tutti.}')).toMatchObject({
      explanation: it('Bravo\n\nTutti.'),
      config: {
        options: [
          { id: 'a', text: it('Vero') },
          { id: 'b', text: it('Falso'), why: it('Era vero') },
        ],
        ...{ right: ['a'], shuffle: false },
      },
    });
    for (const [said, right] of [
      ['TRUE', 'a'],
      ['FALSE', 'b'],
      ['f', 'b'],
      ['true', 'a'],
    ] as const)
      expect(configOf(`Q {${said}}`)).toMatchObject({ right: [right] });
  });
});

describe('a number in GIFT', () => {
  const number = (block: string) => {
    const { variants, tolerance, partial } = configOf(`Q {#${block}}`) as {
      readonly variants: readonly { readonly answer: number; readonly mistakes: unknown }[];
      readonly tolerance: number;
      readonly partial: boolean;
    };
    return { answer: variants[0]?.answer, tolerance, partial, mistakes: variants[0]?.mistakes };
  };

  test.each([
    ['3', 3, 0],
    ['3.14:0.05', 3.14, 0.05],
    ['3,14:0,05', 3.14, 0.05],
    ['1..5', 3, 2],
    ['-1.3..-1.1', -1.2, 0.1],
    ['=2e3:1', 2_000, 1],
    ['−7', -7, 0],
    ['1,234,567', 1_234_567, 0],
    ['3:2~#wrong', 3, 2],
  ])('%s is %f, give or take %f', (block, answer, tolerance) => {
    expect(number(block)).toMatchObject({ answer, tolerance });
  });

  test('with several: the best is right, one around it makes near misses worth something, wrong ones have a why', () => {
    const block = '=1822:0 =%50%1822:2 =%0%1900#Too late. ~#Anything else';
    expect(number(block)).toEqual({
      ...{ answer: 1822, tolerance: 0, partial: true },
      mistakes: [{ value: 1900, why: it('Too late.') }],
    });
    expect(lostOf(`Q {#${block}}`)).toEqual(['fractions', 'feedback']);
    expect(lostOf('Q {#=4 =-7}')).toEqual(['further-answers: -7']);
  });

  test('that is none is a fault', () => {
    for (const block of ['three', '5..1', '=1:x', '1 2'])
      expect(faultOf(`Q {#${block}}`), block).toBe('not-a-number');
    expect(faultOf('Q {#=%0%3}')).toBe('no-right-answer');
  });
});

describe('what nothing grades', () => {
  test('an essay and a short answer are words of one’s own; accepted answers stand in the note', () => {
    expect(stepOf('Why? {}')).toMatchObject({ kind: 'text', task: it('Why?'), points: 0 });
    const short = stepOf('Who? {=Grant =Ulysses =%50%Ulisse#nearly}');
    expect(short).toMatchObject({ kind: 'text', note: { answer: it('Grant / Ulysses / Ulisse') } });
    expect(lostOf('Who? {=Grant =Ulysses =%50%Ulisse#nearly}')).toEqual([
      'feedback',
      'fractions',
      'answers-not-graded',
    ]);
    expect(stepOf('Who? {Grant}')).toMatchObject({ note: { answer: it('Grant') } });
  });

  test('a text without answers is a page to show', () => {
    expect(stepOf('Only this.')).toMatchObject({
      kind: 'slide',
      task: it('Only this.'),
      config: { lines: [] },
    });
  });

  test('matching has no place here', () => {
    expect(faultOf('Match {=a -> 1 =b -> 2 =c -> 3}')).toBe('unsupported-type');
  });
});

describe('what GIFT writes with marks', () => {
  test('escaped marks are characters, and stay them', () => {
    expect(stepOf('::a\\:b:: 1 \\= 1 \\{x\\} \\~ \\# \\: \\\\ {T}')).toMatchObject({
      title: it('a:b'),
      task: it('1 = 1 {x} ~ # : \\\\'),
    });
    expect(stepOf('a\\nb {T}').task).toEqual(it('a\nb'));
  });

  test('formulas have braces, equal signs and tildes of their own', () => {
    const step = stepOf(
      'Is $$\\frac{1}{2} = x$$ or \\(a_{i}\\)? {=\\(x^{2} = 1\\) ~$$\\{y\\}~z$$#\\[e^{i}\\] ~$c_1=3$}',
    );
    expect(step.task).toEqual(it('Is $\\frac{1}{2} = x$ or $a_{i}$?'));
    expect(step.config).toMatchObject({
      options: [
        { text: it('$x^{2} = 1$') },
        { text: it('${y}~z$'), why: it('$$e^{i}$$') },
        { text: it('$c_1=3$') },
      ],
    });
  });

  test('what begins like a formula and ends elsewhere is none', () => {
    expect(stepOf('::a \\(b::Is \\(c\\) it? {T}')).toMatchObject({
      title: it('a (b'),
      task: it('Is $c$ it?'),
    });
    expect(configOf('From \\( on {=a ~b\\)}')).toMatchObject({ options: [{}, {}], right: ['a'] });
  });

  test('formulas that Moodle has written out are read back', () => {
    expect(stepOf('What is \\\\(\\\\frac\\{a\\}\\{b\\} \\= c\\\\)? {T}').task).toEqual(
      it('What is $\\frac{a}{b} = c$?'),
    );
  });

  test('braces of a formula that nobody marked are no answers', () => {
    expect(stepOf('x^{2} is {=even ~odd}')).toMatchObject({ kind: 'choice', task: it('x^{2} is') });
    expect(faultOf('One {=a ~b} and two {=c ~d}')).toBe('cloze');
  });

  test('an equal sign in a word is none where each answer has a line', () => {
    expect(configOf('Q {\n~x=1\n=x=2\n}')).toMatchObject({
      options: [{ text: it('x=1') }, { text: it('x=2') }],
      right: ['b'],
    });
    expect(configOf('Q {~no=yes}')).toMatchObject({ right: ['b'] });
  });

  test('formats are those of Moodle', () => {
    expect(stepOf('[html]<p>Is <b>it</b> 2*3?</p> {T}').task).toEqual(it('Is **it** 2*3?'));
    expect(stepOf('[markdown]Is **it**? {T}').task).toEqual(it('Is **it**?'));
    expect(stepOf('[plain]Is <b>it</b> *so*? {T}').task).toEqual(it('Is <b>it</b> \\*so\\*?'));
    expect(stepOf('[moodle]one\ntwo <i>x</i> {T}').task).toEqual(it('one  \ntwo *x*'));
    expect(stepOf('a < b and vector<int> {T}').task).toEqual(it('a < b and vector<int>'));
    expect(configOf('[html]<p>Q</p> {=[plain]<i> ~b}')).toMatchObject({ options: [{ text: it('<i>') }, {}] });
    expect(lostOf('[html]<img src="@@PLUGINFILE@@/a.png"> Q {T}')).toEqual(['picture-missing: a.png']);
  });
});

describe('a file of GIFT', () => {
  const lines = (text: string) => read(text).map(({ place }) => place.number);

  test('has questions between empty lines, whatever ends a line, and comments that are none', () => {
    const text = '// one\nA {T}\n// in between\n\n\nB\nb {F}\n\n// last\n';
    expect(lines(text)).toEqual([2, 6]);
    expect(lines(text.replaceAll('\n', '\r\n'))).toEqual([2, 6]);
    expect(lines(`\uFEFF${text}`)).toEqual([2, 6]);
  });

  test('that has a broken question gives all others, and says its line', () => {
    const text =
      'A {T}\n\nB {=x ~y\n\nC {T}\n\n::D:: d {#3}\n\nE {=x\n~y\n\n::F:: f {F}\n\ng } h\n\nI {=a ~b}';
    const questions = read(text);
    expect(questions.map(({ place }) => place.number)).toEqual([1, 3, 5, 7, 9, 12, 14, 16]);
    expect(questions.map((one) => (one.becomes === null ? one.fault : 'fine'))).toEqual([
      'fine',
      'unclosed-brace',
      'fine',
      'fine',
      'unclosed-brace',
      'fine',
      'unexpected-line',
      'fine',
    ]);
  });

  test('may have empty lines in its braces', () => {
    expect(configOf('Q {\n=a\n\n~b\n\n}')).toMatchObject({ right: ['a'] });
  });

  test('names the category and tags that are lost, where they are', () => {
    const text =
      '$CATEGORY: $course$/One\n\nA {T}\n\nB {T}\n\n// [id:1] [tag:easy] [tag:net]\n$CATEGORY: Two\n\nC {T}';
    const lost = read(text).map((one) => (one.becomes === null ? [] : one.lost));
    expect(lost).toEqual([
      [{ code: 'category', what: '$course$/One' }],
      [],
      [
        { code: 'category', what: 'Two' },
        { code: 'tags', what: 'easy, net' },
      ],
    ]);
  });

  test('gives each step an id of its own', () => {
    const ids = read('::Uguale::a {T}\n\n::uguale!::b {T}\n\n::¿?::c {T}').map(
      (one) => one.becomes && one.step.id,
    );
    expect(ids).toEqual(['uguale', 'uguale-2', 'step']);
  });

  test('shortens what is too long, and says so', () => {
    const question = only(`${'long '.repeat(600)} {T}`);
    expect(question.becomes !== null && question.lost).toEqual([{ code: 'text-shortened' }]);
    expect(question.becomes !== null && question.step.task?.it?.length).toBeLessThanOrEqual(2_000);
  });
});
