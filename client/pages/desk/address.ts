/** Whether `address` names the teacher's own machine, which no phone can reach. */
export function isLoopback(address: string): boolean {
  const { hostname } = new URL(address);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

/** An address in the two parts between which a line may break: a port is read and typed as one number. */
export const beforePort = (address: string): string[] => address.split(/(?=:\d+$)/);

export const joinLink = (address: string, code: string): string => `${address}/play/${code}`;

/** What moves a seat to whoever scans it first. The fragment never reaches a server's log. */
export const ticketLink = (address: string, code: string, ticket: string): string =>
  `${joinLink(address, code)}#ticket=${ticket}`;
