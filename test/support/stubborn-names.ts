/** Names of files at which the stubborn process does not answer, or throws. */
export const STUBBORN = { forever: 'forever', bug: 'bug' } as const;
