import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Turns } from '../../../server/workers/turns';

const rest = (turns: Turns<string>): string[] => {
  const order: string[] = [];
  for (let next = turns.next(); next !== undefined; next = turns.next()) order.push(next);
  return order;
};

describe('turns', () => {
  it('go round the sessions, and in each round the seats', () => {
    const turns = new Turns<string>();
    for (let i = 0; i < 3; i++) turns.add('one', 'ada', `ada ${i}`);
    turns.add('one', 'ben', 'ben 0');
    turns.add('two', 'cleo', 'cleo 0');
    expect(rest(turns)).toEqual(['ada 0', 'cleo 0', 'ben 0', 'ada 1', 'ada 2']);
  });

  it('are of a newcomer at once, although others have waited since before', () => {
    const turns = new Turns<string>();
    for (let i = 0; i < 50; i++) turns.add('one', 'ada', `ada ${i}`);
    turns.next();
    turns.add('one', 'ben', 'ben 0');
    expect(turns.next()).toBe('ben 0');
    turns.add('two', 'cleo', 'cleo 0');
    expect(turns.next()).toBe('cleo 0');
    expect(turns.next()).toBe('ada 1');
  });

  it('do not come sooner for who asks one thing at a time', () => {
    const turns = new Turns<string>();
    turns.add('one', 'ada', 'ada 0');
    for (let i = 0; i < 3; i++) turns.add('one', 'ben', `ben ${i}`);
    expect([turns.next(), turns.next()]).toEqual(['ada 0', 'ben 0']);
    turns.add('one', 'ada', 'ada 1');
    expect(turns.next()).toBe('ada 1');
    turns.add('one', 'ada', 'ada 2');
    expect(turns.next()).toBe('ben 1');
  });

  it('serve what several wait for once, at the first of their turns', () => {
    const turns = new Turns<string>();
    for (let i = 0; i < 9; i++) turns.add('one', 'ada', `ada ${i}`);
    turns.next();
    turns.add('one', 'ben', 'ada 8');
    expect(turns.next()).toBe('ada 8');
    expect(rest(turns)).toEqual(['ada 1', 'ada 2', 'ada 3', 'ada 4', 'ada 5', 'ada 6', 'ada 7']);
  });

  it('have nothing more of what was taken out, in whose line it may have stood', () => {
    const turns = new Turns<string>();
    for (const member of ['ada', 'ben']) for (const i of [0, 1]) turns.add('one', member, `shared ${i}`);
    turns.remove('shared 0');
    turns.remove('nothing');
    expect(rest(turns)).toEqual(['shared 1']);
  });

  it('bring out everything once, and keep the order of each line', () => {
    const asked = fc.array(fc.record({ group: fc.nat(3), member: fc.nat(3), take: fc.boolean() }));
    fc.assert(
      fc.property(asked, (all) => {
        const turns = new Turns<string>();
        const names = all.map(({ group, member }, i) => ({ line: `${group}/${member}`, name: `${i}` }));
        const out: string[] = [];
        all.forEach(({ group, member, take }, i) => {
          turns.add(`${group}`, `${member}`, `${i}`);
          if (take) out.push(turns.next() ?? 'nothing');
        });
        out.push(...rest(turns));
        expect([...out].sort()).toEqual(names.map(({ name }) => name).sort());
        for (const { line } of names) {
          const mine = names.filter((one) => one.line === line).map(({ name }) => name);
          expect(out.filter((name) => mine.includes(name))).toEqual(mine);
        }
      }),
    );
  });
});
