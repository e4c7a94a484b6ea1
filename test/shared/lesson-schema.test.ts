import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { schemas } from '#shared/lessons/schemas';
import { lessonSchemas } from '../../scripts/lib/lesson-schema.mjs';

const published: [string, unknown][] = Object.entries(lessonSchemas(schemas));

describe('the published schema', () => {
  test.each(published)('%s is that of the schemas which read lessons (npm run schema)', (name, schema) => {
    const committed: unknown = JSON.parse(readFileSync(`lessons/${name}`, 'utf8'));
    expect(committed).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  test.each(published)('%s refers to nothing that is not in it', (_name, schema) => {
    const text = JSON.stringify(schema);
    const { $defs } = schema as { readonly $defs: object };
    const names = [...text.matchAll(/"\$ref":"#\/\$defs\/(\w[\w-]*)"/g)].map(([, name]) => name);
    expect(names).toContain('inLanguages');
    expect(text.match(/"\$ref"/g)).toHaveLength(names.length);
    expect(Object.keys($defs)).toEqual(expect.arrayContaining(names));
  });

  test('a text has languages, though a kind is called text too', () => {
    const { $defs } = lessonSchemas(schemas)['lesson.schema.json'] as {
      readonly $defs: Record<string, object>;
    };
    expect($defs.inLanguages).toHaveProperty('propertyNames');
    expect($defs.text).toHaveProperty('properties.longest');
  });
});
