import { resolve } from 'node:path';
import { readBuiltIn } from '../../server/lessons/built-in';

const read = readBuiltIn(resolve('lessons'));
if (!read.ok) throw new Error(read.error);

/** The lessons that come with the product. */
export const { lessons } = read.value;
