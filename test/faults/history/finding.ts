/** What is wrong: an acked answer that is gone, one that is there too often, or something else. */
export interface Finding {
  readonly kind: 'lost' | 'doubled' | 'wrong';
  readonly sentence: string;
}

export const lost = (sentence: string): Finding => ({ kind: 'lost', sentence });
export const doubled = (sentence: string): Finding => ({ kind: 'doubled', sentence });
export const wrong = (sentence: string): Finding => ({ kind: 'wrong', sentence });
