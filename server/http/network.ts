import { isIP } from 'node:net';

/** Groups of an IPv6 address, as numbers: eight of them. */
function groupsOf(address: string): number[] {
  const [head = '', tail] = withoutDots(address).split('::');
  const before = numbers(head);
  if (tail === undefined) return before;
  const after = numbers(tail);
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

const numbers = (text: string): number[] =>
  text === '' ? [] : text.split(':').map((group) => parseInt(group, 16));

/** The last 32 bits may be written as an IPv4 address. */
const withoutDots = (address: string): string =>
  address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_all, ...bytes: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(0, 4).map(Number);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });

/** ::ffff:0:0/96: an IPv4 address, as a socket that listens to both tells it. */
const isMapped = (groups: readonly number[]): boolean =>
  groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;

const dotted = (groups: readonly number[]): string =>
  groups.flatMap((group) => [group >> 8, group & 255]).join('.');

/** What no address can be read from counts as one network. */
const UNREADABLE = '?';

/**
 * The network that an address stands for: of IPv4 the address itself, of IPv6 its /64, in which every device may
 * choose as many addresses as it likes.
 */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%');
  const family = isIP(plain);
  if (family === 4) return plain;
  if (family !== 6) return UNREADABLE;
  const groups = groupsOf(plain);
  if (isMapped(groups)) return dotted(groups.slice(6));
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}
