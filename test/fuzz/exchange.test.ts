import { describe, expect, test } from 'vitest';
import { rng } from '#shared/rng';
import { read } from '../../server/exchange/read';
import { SOUND } from './files';
import { outcomeOf, unsound } from './sound-report';
import { spoiltFile } from './spoilt-files';

describe('a file of questions, however it was spoilt', () => {
  test('is refused with a code or read, and what is read is sound', async () => {
    const random = rng('fuzz', 'files');
    const outcomes = new Set<string>();
    for (let i = 0; i < 300; i++) {
      const report = await read(spoiltFile(random));
      expect(unsound(report), `file ${i}`).toBeNull();
      outcomes.add(outcomeOf(report));
    }
    expect(outcomes.size).toBeGreaterThan(10);
  });

  test.each(SOUND.map((file) => [file.name, file] as const))('%s was one before', async (_name, file) => {
    const report = await read(file);
    expect(report.refused).toBeNull();
    expect(unsound(report)).toBeNull();
  });
});
