import { plain } from '#shared/words';
import { formedOf } from './written.svelte';

/** A text in words alone, for names and messages: formulas as they are read aloud where the server has said how. */
export const readable = (words: string): string => formedOf(words)?.plain ?? plain(words);
