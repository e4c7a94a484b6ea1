/** Raised when a frame or packet changes shape; an older tab is told to reload. */
export const PROTOCOL = 4;
