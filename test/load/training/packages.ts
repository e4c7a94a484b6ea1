import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

/** In a folder of their own, so that the product does not depend on them; `test/load/run.mjs` installs them. */
const FOLDER = resolve('test/load/training/packages');

/** What stands in for a package that npm could not install. */
export const NOT_INSTALLED = { cannot: 'npm could not install it' } as const;

const requirer = createRequire(`${FOLDER}/package.json`);

/** Where the package's own file is that it is loaded by. */
export const pathOf = (name: string): string => requirer.resolve(name);

/** A package of that folder, or of a file in it; null where it is not installed. */
export function loadPackage<Package>(name: string, file = name): Package | null {
  if (!existsSync(`${FOLDER}/node_modules/${name}/package.json`)) return null;
  return requirer(file) as Package;
}
