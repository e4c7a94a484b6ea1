import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync('client/ui/tokens.css', 'utf8');

/** The tokens of one block that are colours #rrggbb. */
function tokensOf(selector: string): ReadonlyMap<string, string> {
  const block = css.split(`${selector} {`)[1]?.split('}')[0] ?? '';
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[\da-f]{6});/g)].map(([, name, hex]) => [name ?? '', hex ?? '']),
  );
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const paper = tokensOf(':root');
const night = tokensOf(":root[data-theme='night']");

describe.each([
  ['paper', paper],
  ['night', night],
])('%s', (_name, tokens) => {
  const of = (name: string) => tokens.get(name) ?? '';
  const grounds = ['paper', 'paper-2'];

  test.each(['ink', 'ink-2'])('%s can be read: 4.5 to 1', (name) => {
    for (const ground of grounds) expect(contrast(of(name), of(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['ink-3', 'one', 'zero', 'you', 'focus'])('%s can be seen around a control: 3 to 1', (name) => {
    for (const ground of grounds) expect(contrast(of(name), of(ground))).toBeGreaterThanOrEqual(3);
  });
});

test.each(['one', 'zero'])('%s of paper can be seen on a reader’s own white and black', (name) => {
  for (const ground of ['#ffffff', '#000000'])
    expect(contrast(paper.get(name) ?? '', ground)).toBeGreaterThanOrEqual(3);
});
