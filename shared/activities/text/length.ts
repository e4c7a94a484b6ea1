/** How long a text is: in characters, an emoji in those that it is made of. */
export const lengthOf = (text: string): number => [...text].length;
