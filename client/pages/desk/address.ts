/** Whether `address` names the teacher's own machine, which no phone can reach. */
export function isLoopback(address: string): boolean {
  const { hostname } = new URL(address);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

export const joinLink = (address: string, code: string): string => `${address}/play/${code}`;

/** What moves a seat to whoever scans it first. The fragment never reaches a server's log. */
export const ticketLink = (address: string, code: string, ticket: string): string =>
  `${joinLink(address, code)}#ticket=${ticket}`;
