import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { at } from './lib/paths.mjs';
import { main, Stop } from './lib/say.mjs';

/**
 * `node scripts/node.mjs FILE ...`: runs a file of the project, or a tool of node_modules, on a Node that is new
 * enough. What an npm command starts with; a Node of any age must be able to read this file and what it imports.
 */
main(async () => {
  const [file, ...args] = process.argv.slice(2);
  if (!existsSync(at(file))) throw new Stop(`${file} is not there. npm start installs what is missing.`);
  process.argv = [process.execPath, at(file), ...args];
  await import(pathToFileURL(at(file)).href);
  return process.exitCode;
});
