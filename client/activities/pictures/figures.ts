const LOWERED = '₀₁₂₃₄₅₆₇₈₉';

/** An index below the line, as text: 12 is ₁₂. */
export const lowered = (index: number): string =>
  [...String(index)].map((digit) => LOWERED[Number(digit)] ?? '').join('');

/** W₃: the weights into the third layer that computes. */
export const matrixName = (layer: number): string => `W${lowered(layer)}`;
