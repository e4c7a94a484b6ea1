import { installApart } from '../../scripts/lib/apart.mjs';

/** Lighthouse is large. */
export const installLighthouse = () =>
  installApart('Lighthouse', 'test/load/lighthouse', 'lighthouse/cli/index.js');
