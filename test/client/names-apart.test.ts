import { globSync, readFileSync } from 'node:fs';
import { parse } from 'svelte/compiler';
import { expect, test } from 'vitest';

/** Its placeholder is a letter of a formula. */
const NO_PERSON = ['neuron_weight'];

const files = (pattern: string) => globSync(pattern).map((file) => file.replaceAll('\\', '/'));

test.each(files('messages/*/*.json'))('%s tells a name between isolates', (file) => {
  const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  const told = Object.entries(messages).filter(([key]) => !NO_PERSON.includes(key));
  for (const [key, message] of told) {
    const bare = JSON.stringify(message).replaceAll('\u2068{name}\u2069', '');
    expect(bare, key).not.toContain('{name}');
  }
});

interface Node {
  readonly type?: string;
  readonly name?: string;
  readonly start?: number;
  readonly end?: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** What a component's markup writes out: between its tags, and in the attributes of elements. */
function* written(node: Node): Generator<Node> {
  if (node.type === 'ExpressionTag' || node.type === 'HtmlTag') {
    yield node;
    return;
  }
  // What stands in a field is edited there.
  if (node.type === 'Attribute' && node.name === 'value') return;
  // Properties of a component are written out by that component.
  const skipped = node.type === 'Component' ? ['attributes', 'expression'] : ['expression'];
  for (const [key, child] of Object.entries(node))
    if (!skipped.includes(key)) for (const one of [child].flat()) if (isNode(one)) yield* written(one);
}

/** Names that a component writes out by itself; a message that tells one isolates it. */
function bareNames(source: string): readonly string[] {
  const { fragment } = parse(source, { modern: true }) as unknown as { readonly fragment: Node };
  return [...written(fragment)]
    .map(({ start, end }) => source.slice(start, end))
    .map((expression) => expression.replace(/\bm\.\w+\((?:[^()]|\([^()]*\))*\)/g, ''))
    .filter((expression) =>
      /(?<![-\w'"])(?:name|names|nickname|offered|named)(?![-\w'":[])(?!\.length)/.test(expression),
    );
}

test('what is looked for is found', () => {
  for (const bare of [
    '{name}',
    '<p>{row.name}</p>',
    "{names.join(', ')}",
    '{#if a}{named(x)}{/if}',
    '<p title={name} />',
  ])
    expect(bareNames(bare), bare).toHaveLength(1);
  for (const good of [
    '<Name {name} />',
    '<Names names={names} more={0} />',
    '{m.hello({ name })}',
    '{#if name}a{/if}',
  ])
    expect(bareNames(good), good).toEqual([]);
});

/** Kinds of activities are told no name of a seat; where lessons are written and brought in there is no class. */
const WITHOUT_CLASS = /^client\/pages\/(edit|teach\/exchange)\//;
const components = [...files('client/ui/**/*.svelte'), ...files('client/pages/**/*.svelte')].filter(
  (file) => !WITHOUT_CLASS.test(file),
);

test('only Name.svelte writes out a name', () => {
  const bare = components.flatMap((file) =>
    bareNames(readFileSync(file, 'utf8')).map((expression) => `${file}: ${expression}`),
  );
  expect(bare.filter((line) => !line.startsWith('client/ui/Name.svelte'))).toEqual([]);
  expect(bare).toHaveLength(1);
});

test('Name.svelte isolates it', () => {
  expect(readFileSync('client/ui/Name.svelte', 'utf8')).toContain('<bdi translate="no">{name ||');
});
