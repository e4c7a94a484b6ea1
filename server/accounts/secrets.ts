import { createHmac, hash, randomBytes } from 'node:crypto';

/** 256 bits that nobody can guess, in base64url: a link, a cookie's token, a key. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** What is kept of a secret: enough to recognise it, nothing to use. */
export const hashOf = (secret: string): string => hash('sha256', secret, 'base64url');

/** A key for `subject` that only the holder of `secret` can make. */
export const keyFor = (secret: string, subject: string): string =>
  createHmac('sha256', secret).update(subject).digest('base64url');
