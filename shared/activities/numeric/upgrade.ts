import type { Upgrade } from '../activity';

interface First {
  readonly variants: readonly object[];
}

const isFirst = (raw: unknown): raw is First =>
  typeof raw === 'object' && raw !== null && 'variants' in raw && Array.isArray(raw.variants);

/** Version 1 had no pictures; submissions are what they were. What has another shape is left for the schema to refuse. */
export const upgrade: Upgrade = {
  config: (raw) =>
    isFirst(raw) ? { ...raw, variants: raw.variants.map((variant) => ({ picture: null, ...variant })) } : raw,
  submission: (raw) => raw,
};
