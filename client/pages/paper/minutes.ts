import { locale } from '../../i18n/locale.svelte';
import { written } from '../../activities/kit/numbers';

/** Seconds as minutes, halves and quarters as they are. */
export const minutes = (seconds: number): string => written(Math.round(seconds / 6) / 10, locale.current);
