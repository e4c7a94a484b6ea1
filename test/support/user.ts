import { execFileSync } from 'node:child_process';

/** Whether the tests are run by root, as in a container. */
export const isRoot = process.getuid?.() === 0;

const idOf = (option: string): number => Number(execFileSync('id', [option, 'nobody'], { encoding: 'utf8' }));

/** Somebody who is not root and whom every system knows, for programs that refuse to be run by root; else whoever runs the tests. */
export const unprivileged = (): { readonly uid?: number; readonly gid?: number } =>
  isRoot ? { uid: idOf('-u'), gid: idOf('-g') } : {};
