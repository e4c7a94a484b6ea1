/** What the kernel offers; shared/training/lanes/kernel.ts has its types. */
export { deal, epochs, spread, takeLoss } from './epochs';
export { run } from './machine';
