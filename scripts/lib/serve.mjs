import { inForeground } from './foreground.mjs';
import { ROOT } from './paths.mjs';
import { SERVER_FLAGS } from './server-flags.mjs';

/** Runs the built server in this terminal until it ends, and returns its exit code. */
export const serve = () =>
  inForeground(process.execPath, [...SERVER_FLAGS, 'dist/server/main.js'], { cwd: ROOT });
