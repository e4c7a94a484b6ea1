const MOST = 20;
const LONGEST = 40;

/** The tags that somebody has typed with commas between them, each once. */
export const tagsOf = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .split(/[,;\n]/)
      .map((tag) => tag.trim().slice(0, LONGEST).trim())
      .filter(Boolean)
      .slice(0, MOST),
  ),
];
