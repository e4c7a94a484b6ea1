/** Where a process wanted to listen; `name`: the variable that says the port. */
interface Place {
  readonly port: number;
  readonly host: string | null;
  readonly name: 'PORT' | 'METRICS_PORT';
}

/** What the system says of an error. */
export const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : null);

/** One sentence for the person who started the process; throws what is no fault of the place. */
export function whyNotListening(error: unknown, { port, host, name }: Place): string {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return `Port ${port} is busy: end the program that has it, or choose another one with ${name}.`;
    case 'EACCES':
      return `Port ${port} needs more rights than this user has: choose one above 1023 with ${name}.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST=${host ?? ''} is not an address of this computer.`;
    default:
      throw error;
  }
}
