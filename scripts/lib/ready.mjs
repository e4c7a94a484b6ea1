import { install } from './install.mjs';
import { parts } from './parts.mjs';
import { at } from './paths.mjs';
import { runNode } from './run.mjs';
import { Stop } from './say.mjs';

/** From any state of the checkout to one that can be served: installs what is missing, builds what is stale. */
export async function makeReady() {
  await install();
  if (parts().every(({ fresh }) => fresh)) return;
  // A process of its own gives the compilers' memory back before the server runs.
  const { code } = await runNode(at('scripts/build.mjs'));
  if (code !== 0) throw new Stop('The build failed; its reason stands above.');
}
