import type { Page } from '@playwright/test';

/** A way in which somebody may see a page. */
interface Look {
  readonly name: string;
  readonly size?: { readonly width: number; readonly height: number };
  /** The reader's own palette. */
  readonly forced?: 'light' | 'dark';
  /** The size of letters in the browser's own settings, px. */
  readonly letters?: number;
}

const forced: readonly Look[] = [
  { name: 'forced-light', forced: 'light' },
  { name: 'forced-dark', forced: 'dark' },
];

const tablet: Look = { name: 'tablet', size: { width: 1024, height: 768 } };

/** By the width of a surface's usual window: a phone's, a projector's, a desk's. Half a window is one at 200 %. */
const looks: ReadonlyMap<number, readonly Look[]> = new Map([
  [
    360,
    [
      ...forced,
      tablet,
      { name: 'side', size: { width: 615, height: 360 } },
      { name: 'letters', letters: 26 },
    ],
  ],
  [1280, [...forced, { name: 'large', size: { width: 1920, height: 1080 } }]],
  [
    1440,
    [
      ...forced,
      tablet,
      { name: 'lab', size: { width: 1366, height: 768 } },
      { name: 'half', size: { width: 720, height: 450 } },
    ],
  ],
]);

/** The size of letters that browsers come with, px. */
const USUAL = 16;

/** Shows a page in each other way that its surface is seen in, and then as it was. */
export async function everyLook(page: Page, see: (look: string) => Promise<void>): Promise<void> {
  // Paper has one look.
  if (await page.evaluate(() => matchMedia('print').matches)) return;
  const usual = page.viewportSize();
  const settings = await page.context().newCDPSession(page);
  const wear = async ({ size, forced, letters }: Omit<Look, 'name'>) => {
    await page.emulateMedia({ forcedColors: forced ? 'active' : null, colorScheme: forced ?? null });
    await settings.send('Page.setFontSizes', { fontSizes: { standard: letters ?? USUAL } });
    if (usual) await page.setViewportSize(size ?? usual);
  };
  for (const look of looks.get(usual?.width ?? 0) ?? []) {
    await wear(look);
    // A canvas hears of other colours in the next frame, and is painted by the one after it.
    await page.evaluate(
      () => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))),
    );
    await see(look.name);
  }
  await wear({});
  await settings.detach();
}
