/**
 * The version of the numeric core: which bits a configuration, data and seed give. It changes whenever a formula,
 * the order of a sum or the use of a random stream changes, together with the golden hash of the tests.
 */
export const CORE = 'core-2';
