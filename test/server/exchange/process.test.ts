import { strToU8, zipSync } from 'fflate';
import { afterEach, describe, expect, test } from 'vitest';
import { LARGEST_FILE } from '#shared/exchange/report';
import { ok } from '#shared/result';
import { Exchange, type ExchangeOptions } from '../../../server/exchange/open';
import { watchChildren } from '../../support/children';
import { STUBBORN } from '../../support/stubborn-names';
import { threadScript } from '../../support/threads';

const bugs: unknown[] = [];
const opened: Exchange[] = [];

function open(script: 'exchange' | 'stubborn', options: ExchangeOptions = {}): Exchange {
  const exchange = new Exchange(threadScript(script), (error) => bugs.push(error), options);
  opened.push(exchange);
  return exchange;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((exchange) => exchange.close()));
  expect(bugs.splice(0)).toEqual([]);
});

const file = (name: string, content: string | Uint8Array) => ({
  name,
  bytes: typeof content === 'string' ? strToU8(content) : content,
});
const GIFT = file('a.gift', 'Is it? {T}');
const TOO_LONG = { ok: true, value: { refused: 'took-too-long' } };

describe('the process that reads files', () => {
  test('answers, and the server is free meanwhile', async () => {
    const reading = open('exchange').read('ada', file('a.gift', 'Which? {=a ~b}\n\n'.repeat(1_000)));
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 1);
    const report = await reading;
    clearInterval(turning);
    expect(report).toMatchObject({ ok: true, value: { refused: null, format: 'gift' } });
    expect(turns).toBeGreaterThan(3);
  });

  test('is ended where it takes too long, and the next file is read by a new one', async () => {
    const exchange = open('stubborn', { patience: 1_500 });
    expect(await exchange.read('ada', file(STUBBORN.forever, ''))).toEqual(TOO_LONG);
    expect(await exchange.read('ada', GIFT)).toMatchObject({ value: { refused: null } });
  });

  test('is ended where it takes too much memory, and the next file is read by a new one', async () => {
    const exchange = open('exchange', { memory: 40 });
    const huge = file('a.xml', `<quiz>${'<b>x</b>'.repeat(190_000)}</quiz>`);
    expect(await exchange.read('ada', huge)).toEqual(TOO_LONG);
    expect(await exchange.read('ada', GIFT)).toMatchObject({ value: { refused: null } });
  });

  test('tells a bug as one, and the next file is read by a new one', async () => {
    const exchange = open('stubborn');
    expect(await exchange.read('ada', file(STUBBORN.bug, ''))).toEqual({ ok: false, error: 'server-failed' });
    expect(bugs.splice(0)).toHaveLength(1);
    expect(await exchange.read('ada', GIFT)).toMatchObject({ value: { refused: null } });
  });

  test('is not harmed by what cannot be handed to it', async () => {
    const exchange = open('exchange');
    const refused = await exchange.ask('ada', 'worth', { kind: 'line-fit', config: () => 0 }, ok(null));
    expect(refused).toEqual({ ok: false, error: 'server-failed' });
    expect(bugs.splice(0)).toHaveLength(1);
    expect(await exchange.read('ada', GIFT)).toMatchObject({ value: { refused: null } });
  });

  test('takes so many files of one teacher and no more, and another one’s in between', async () => {
    const exchange = open('exchange');
    const asked = Array.from({ length: 30 }, () => exchange.read('ada', GIFT));
    const other = exchange.read('grace', GIFT);
    const answers = await Promise.all(asked);
    const refused = answers.filter((answer) => !answer.ok && answer.error === 'too-fast');
    expect(refused.length).toBeGreaterThan(15);
    expect(answers.filter(({ ok }) => ok).length).toBe(30 - refused.length);
    expect(await other).toMatchObject({ ok: true });
  });
});

describe('a file that is made to do harm', () => {
  const codeOf = async (name: string, content: string | Uint8Array) => {
    const answer = await open('exchange').read('ada', file(name, content));
    return answer.ok ? answer.value.refused : answer.error;
  };
  const fill = (piece: string, around: readonly [string, string] = ['', '']) =>
    around[0] +
    piece.repeat(Math.floor((LARGEST_FILE - around[0].length - around[1].length) / piece.length)) +
    around[1];

  const zeros = (megabytes: number) => new Uint8Array(megabytes * 1_048_576);

  test.each<[string, string, () => string | Uint8Array, readonly (string | null)[]]>([
    ['a bomb', 'a.zip', () => zipSync({ 'imsmanifest.xml': zeros(40), 'b.xml': zeros(40) }), ['zip-bomb']],
    ['a bomb in a bomb', 'a.zip', () => zipSync({ 'a.zip': zipSync({ 'b.xml': zeros(40) }) }), ['plain-zip']],
    [
      'entities in entities',
      'a.xml',
      () =>
        `<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY a "ha">${Array.from({ length: 40 }, (_, i) => `<!ENTITY a${i} "&a;&a;&a;">`).join('')}]><quiz>&a39;</quiz>`,
      ['entities-refused'],
    ],
    ['lists in lists', 'a.json', () => fill('['), ['too-deep']],
    [
      'lists in a step',
      'a.json',
      () => `{"version":1,"id":"a","steps":[${'['.repeat(100_000)}${']'.repeat(100_000)}]}`,
      ['too-deep'],
    ],
    ['a line without an end', 'a.gift', () => fill('x', ['Q {=a ~', '}']), [null]],
    ['zeros', 'a.gift', () => fill('\0', ['Q {=a ~b}', '']), ['unknown-format']],
    ['braces', 'a.gift', () => fill('{', ['::a::', '']), [null]],
    ['closed braces', 'a.gift', () => fill('{}', ['::a::', '']), [null]],
    ['dollars', 'a.gift', () => fill('$', ['::a::', ' {T}']), [null]],
    ['formulas that do not end', 'a.gift', () => fill('\\( ', ['::a::', ' {T}']), [null]],
    ['answers', 'a.gift', () => fill('~a', ['Q {=b', '}']), [null]],
    ['tags that do not end', 'a.gift', () => fill('<b a="', ['[html]Q', ' {T}']), [null]],
    [
      'quotes that do not end',
      'a.csv',
      () => fill('"a,', ['Domanda,Opzione 1,Corretta\n', '']),
      [null, 'no-questions'],
    ],
    ['cells', 'a.csv', () => fill('a,', ['Domanda,Opzione 1,Corretta\n', '']), [null, 'too-many-questions']],
    ['rows', 'a.csv', () => fill('a\n', ['Domanda,Opzione 1,Corretta\n', '']), ['too-many-questions']],
    ['lines of Aiken', 'a.txt', () => fill('A) b\n', ['Q\nA) a\n', 'ANSWER: A\n']), [null]],
    ['comments', 'a.gift', () => fill('//\n', ['::a::Q {T}\n', '']), [null]],
    ['empty lines', 'a.gift', () => fill('\n', ['::a::Q {T}\n', '']), [null]],
    [
      'brackets in a heading',
      'a.csv',
      () => fill('(', ['Domanda', ',Opzione 1,Corretta\nQ,a,b\n']),
      ['unknown-format'],
    ],
    ['letters behind a number', 'a.csv', () => fill('x', ['Domanda,Corretta,Tempo\nQ,3,20', '\n']), [null]],
    [
      'spaces among right answers',
      'a.csv',
      () => fill(' ', ['Domanda,Opzione 1,Opzione 2,Corretta\nQ,a,b,"1', 'x"\n']),
      [null],
    ],
    ['spaces in an answer of Aiken', 'a.txt', () => fill(' ', ['Q\nA) a\nB) b\nANSWER: A', ' ?\n']), [null]],
    ['breaks in bold', 'a.gift', () => fill('<br>', ['[html]Q <b>', 'x</b> {T}']), [null]],
    ['space in code', 'a.gift', () => fill(' ', ['[html]Q <pre>x', 'x</pre> {T}']), [null]],
    ['open questions', 'a.gift', () => fill('a {\n\n', ['::a::Q {T}\n\n', '']), ['too-many-questions']],
  ])('%s is refused with a code or read, and memory stays bounded', async (_what, name, make, codes) => {
    const content = make();
    const before = process.memoryUsage().rss;
    const most = watchChildren();
    expect(codes).toContain(await codeOf(name, content));
    // MB: its heap, what is outside of it, and its program.
    expect(most()).toBeLessThan(700);
    expect((process.memoryUsage().rss - before) / 1_048_576).toBeLessThan(200);
  });
});
