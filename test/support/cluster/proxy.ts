import { HashingProxy } from './hashing-proxy';
import { hasNginx, Nginx } from './nginx';

/** What stands in front of the servers of a cluster. */
export interface ClusterProxy {
  readonly port: number;
  /** From now on, requests go to the servers at these ports. */
  readonly serve: (ports: readonly number[]) => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** `ours` runs in this process; `nginx` is a real one, by NGINX_PATH or on the PATH, with docs/proxy/nginx.conf. */
export type ProxyKind = 'ours' | 'nginx';

const opening: Readonly<Record<ProxyKind, () => Promise<ClusterProxy>>> = {
  ours: () => HashingProxy.open(),
  nginx: () => Nginx.open(),
};

export const openProxy = (kind: ProxyKind): Promise<ClusterProxy> => opening[kind]();

/** Those that this machine has. */
export const proxiesHere: readonly ProxyKind[] = hasNginx() ? ['ours', 'nginx'] : ['ours'];
