import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { activityKinds, type ActivityKind } from '#shared/activities/registry';
import { playOf } from '../../../client/activities/plays';
import { reviewOf } from '../../../client/activities/reviews';
import { screenOf } from '../../../client/activities/screens';

const FOLDER = 'client/activities';
const folders = readdirSync(FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const partsIn = (folder: string) =>
  readdirSync(`${FOLDER}/${folder}`).filter((file) =>
    /^(Play|Screen|Review|Drawn|Edit|Paper)\.svelte$/.test(file),
  );

describe.each(activityKinds)('%s', (kind) => {
  test('has a Play for the phone and a Screen for the projector', () => {
    expect(partsIn(kind)).toEqual(expect.arrayContaining(['Play.svelte', 'Screen.svelte']));
    expect(playOf(kind)).toBeTypeOf('function');
    expect(screenOf(kind)).toBeTypeOf('function');
  });
});

test('what is no kind of this page cannot be loaded, and that says where it was looked for', async () => {
  await expect(playOf('no-such-kind' as ActivityKind)()).rejects.toThrow('client/activities/no-such-kind');
});

test('a kind need not draw submissions', () => {
  expect(reviewOf('no-such-kind' as ActivityKind)).toBeNull();
});

test('only kinds have parts: a folder by another name than its kind would never be found', () => {
  const withParts = folders.map(({ name }) => name).filter((name) => partsIn(name).length > 0);
  expect(withParts.sort()).toEqual([...activityKinds].sort());
});
