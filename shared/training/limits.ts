/** Samples x epochs x parameters of a configuration: the most that any race may let a student spend. */
export const MOST_ENERGY = 100_000_000;

/**
 * The work of a request, of all its seeds together and judging included, in about nanoseconds of the reference (see
 * work.ts): above the dearest race on points of the plane that a lesson may allow, 60 thousand million.
 */
export const MOST_WORK = 80_000_000_000;

/** Hidden layers, and neurons in each. Students choose up to 16; a network on pictures may be wider. */
export const MOST_LAYERS = 6;
export const MOST_NEURONS = 64;

/** Numbers of a recurrent network's h, and of a transformer's vectors. */
export const MOST_STATE = 16;
export const MOST_WIDTH = 64;

export const MOST_KERNELS = 16;
export const MOST_CLASSES = 32;
/** Numbers of one sample, and samples of one part of the data. */
export const MOST_INPUTS = 256;
export const MOST_SAMPLES = 20_000;
export const MOST_EPOCHS = 100_000;
export const MOST_SEEDS = 16;
/** Samples in a mini-batch: the kernel holds all of them in memory at once. */
export const MOST_BATCH = 1_000;
/** Steps of a recurrent network, tokens of a transformer. */
export const MOST_STEPS = 64;
export const MOST_POSITIONS = 32;
/** Vectors of 16 bytes that a transformer's mini-batch may take: 160 MB of the kernel's 256. */
export const MOST_ROOM = 10_000_000;
