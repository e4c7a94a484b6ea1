/** The kernel's exports; their TypeScript types are in shared/training/lanes/kernel.ts. */
export { broadcast, interleave, takeLoss, trainEpochs } from './epochs';
export { execute } from './interpreter';
