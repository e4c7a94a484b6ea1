/** A text for the title of a test: what cannot be seen by its code points. */
export const told = (text: string): string => {
  const seen = text.replace(/[\p{C}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/gu, (char) =>
    char === ' ' ? char : `<${(char.codePointAt(0) ?? 0).toString(16)}>`,
  );
  return seen.length > 60 ? `${[...seen].slice(0, 50).join('')}…` : `"${seen}"`;
};
