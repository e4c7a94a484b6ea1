import { kept } from './kept';

const KEY = 'trainoff-reloaded-for';

/**
 * Reloads a page whose build the server no longer speaks with; false if that was done already and did not help,
 * which only a person can mend.
 */
export function reloadForNewVersion(): boolean {
  if (kept.read(KEY) === __BUILD__) return false;
  kept.write(KEY, __BUILD__);
  location.reload();
  return true;
}
