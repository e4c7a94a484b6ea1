import { inForeground } from './foreground.mjs';
import { ROOT } from './paths.mjs';

/** Runs the built server in this terminal until it ends, and returns its exit code. */
export const serve = () =>
  inForeground(process.execPath, ['--enable-source-maps', 'dist/server/main.js'], { cwd: ROOT });
