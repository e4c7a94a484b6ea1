import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { lessonSchemas } from './lib/lesson-schema.mjs';
import { at } from './lib/paths.mjs';
import { main } from './lib/say.mjs';

const OUTFILE = at('node_modules/.cache/trainoff/schemas.mjs');

/** `npm run schema`: writes lessons/*.schema.json from the schemas with which the server reads lessons. */
await main(async () => {
  const [{ build }, prettier] = await Promise.all([import('esbuild'), import('prettier')]);
  await build({
    absWorkingDir: at(),
    entryPoints: [at('shared/lessons/schemas.ts')],
    outfile: OUTFILE,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  });
  const { schemas } = await import(pathToFileURL(OUTFILE).href);
  const options = { ...(await prettier.resolveConfig(at('lessons/lesson.json'))), parser: 'json' };
  for (const [name, schema] of Object.entries(lessonSchemas(schemas)))
    writeFileSync(at('lessons', name), await prettier.format(JSON.stringify(schema), options));
});
