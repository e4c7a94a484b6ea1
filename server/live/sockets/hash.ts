import { createHash } from 'node:crypto';
import type { Hash } from '#shared/session/events';

/** SHA-256 in base64url: what the log keeps of a secret. Secrets have 128 bits or more, so no salt is needed. */
export const hashOf = (secret: string): Hash => createHash('sha256').update(secret).digest('base64url');
