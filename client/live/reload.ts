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

/**
 * Reloads this page if the server has one of another build, which may have what this one cannot load any more; what a
 * student holds is kept. A network that is away gives no page, and changes nothing.
 */
export async function reloadIfRenewed(): Promise<void> {
  const page = await fetch('/play', { cache: 'no-store' }).then(
    (answer) => answer.text(),
    () => '',
  );
  const built = (text: string) => /index-[^"]+/.exec(text)?.[0];
  const [own] = document.scripts;
  if (own && built(page) && built(page) !== built(own.src)) location.reload();
}
