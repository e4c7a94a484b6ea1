import { locale } from '../../i18n/locale.svelte';

/** A day and its hour in the person's language. */
export function dayAndHour(iso: string): string {
  return new Intl.DateTimeFormat(locale.current, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(iso),
  );
}

/** A day in the person's language. */
export const day = (iso: string): string =>
  new Intl.DateTimeFormat(locale.current, { dateStyle: 'long' }).format(new Date(iso));

/** The same day as in the name of a file: 2026-11-27. */
export function isoDay(iso: string): string {
  const at = new Date(iso);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

export function hour(iso: string): string {
  return new Intl.DateTimeFormat(locale.current, { timeStyle: 'short' }).format(new Date(iso));
}

export { percent } from '../../activities/kit/numbers';

/** The code in two groups of three, as it is read aloud. */
export const spaced = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

export { clockWords as minutesAndSeconds } from '../../live/countdown';
