import * as v from 'valibot';

/** An empty variable is the same as none: compose files and .env files pass them so. */
export const given = v.pipe(
  v.optional(v.string(), ''),
  v.trim(),
  v.transform((text) => text || null),
);
