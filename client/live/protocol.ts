import type { PROTOCOL as spoken } from '#shared/protocol';

/**
 * The protocol's number without its schemas, which a phone need not load; its type is the shared one, so that the
 * two cannot differ.
 */
export const PROTOCOL: typeof spoken = 1;
