/**
 * What Node is started with for the server.
 *
 * Traces name the source's lines, which is asked for by a call: after the flag for it, `--enable-source-maps`, the
 * logger's first question who calls it reads the whole bundle's map, 20 MB that are kept for good.
 *
 * A new object's first home is kept to 8 MB: with the 16 that it was before Node 24 the server of a thousand phones
 * holds 10 MB that it has no use for, with more than that 30, and is no faster. It can only be said to a process that
 * starts.
 */
export const SERVER_FLAGS = [
  '--import=data:text/javascript,process.setSourceMapsEnabled(true)',
  '--max-semi-space-size=8',
];
