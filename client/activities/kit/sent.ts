import { createContext } from 'svelte';

/** How many answers had come with this student's own; null while none has. The page knows, the button says it. */
export const [sentSoFar, tellSentSoFar] = createContext<() => number | null>();
