import { CORE } from '#shared/training/core';
import { reference } from '#shared/training/ensemble';
import { fingerprints } from './core-fingerprints';

/** What a browser loads to say which bits it gets. */
export const core = CORE;
export const found = () => fingerprints(reference);
