/**
 * Whether somebody will look at pictures, a hundred of which take half a minute of a processor: of each page as it
 * usually is, at `night`, or in `every` other look.
 */
export const PICTURES = process.env.TRAINOFF_PICTURES;
