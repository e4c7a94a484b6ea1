/**
 * What Node is started with for the server. Traces name the source's lines. A new object's first home is kept to 16 MB,
 * as it was before Node 24: with more the server of a thousand phones holds 20 MB that it has no use for, and is no
 * faster. It can only be said to a process that starts.
 */
export const SERVER_FLAGS = ['--enable-source-maps', '--max-semi-space-size=16'];
