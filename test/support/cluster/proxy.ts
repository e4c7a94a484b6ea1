import { HashingProxy } from './hashing-proxy';

/** What stands in front of the servers of a cluster. */
export interface ClusterProxy {
  readonly port: number;
  /** From now on, requests go to the servers at these ports. */
  readonly serve: (ports: readonly number[]) => Promise<void>;
  readonly remove: () => Promise<void>;
}

export type ProxyKind = 'ours';

const opening: Readonly<Record<ProxyKind, () => Promise<ClusterProxy>>> = { ours: () => HashingProxy.open() };

export const openProxy = (kind: ProxyKind): Promise<ClusterProxy> => opening[kind]();

/** Those that this machine has. */
export const proxiesHere: readonly ProxyKind[] = ['ours'];
