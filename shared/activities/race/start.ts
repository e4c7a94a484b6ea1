/** Epochs when the controls are untouched. */
const EPOCHS = 10;

/** As many epochs as untouched controls say, within the limits. */
export const startEpochs = ([least, most]: readonly [number, number]): number =>
  Math.max(least, Math.min(most, EPOCHS));
