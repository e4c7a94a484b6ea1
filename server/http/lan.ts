import type { NetworkInterfaceInfo } from 'node:os';

/** Networks that live inside this computer, as Linux, macOS and Windows name them: no phone is on them. */
const VIRTUAL =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|podman|cni|flannel|lxc|lxd|tun|tap|utun|wg|zt|tailscale|awdl|llw)|vEthernet|WSL|VirtualBox|VMware|Hyper-V/i;

/** What homes and schools use, the likeliest first. */
const LIKELY = [/^192\.168\./, /^10\./, /^172\.(1[6-9]|2\d|3[01])\./];

function rank(address: string): number {
  const index = LIKELY.findIndex((pattern) => pattern.test(address));
  return index < 0 ? LIKELY.length : index;
}

/** IPv4 addresses of this computer that phones on the same network may reach, the likeliest first. */
export function lanAddresses(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>): string[] {
  const found = Object.entries(interfaces).flatMap(([name, infos]) =>
    VIRTUAL.test(name) ? [] : (infos ?? []).filter(({ family, internal }) => family === 'IPv4' && !internal),
  );
  const addresses = found.map(({ address }) => address).filter((address) => !address.startsWith('169.254.'));
  return [...new Set(addresses)].sort((a, b) => rank(a) - rank(b));
}
