/** Seats that one command may name: as many as fit into a frame, whatever the length of their ids. */
export const MOST_SEATS = 400;
