import { DIRECTIONS } from '../../../training/sets/bars';

/** Pictures of 8x8 pixels, each of one class. */
export type PictureData = 'bars' | 'digits';

const DIGITS = 10;

export const classesOf = (data: PictureData): number => (data === 'bars' ? DIRECTIONS.length : DIGITS);
