import type { Locator, Page } from '@playwright/test';
import type { Point } from '#shared/activities/separating-line/config';
import type { Locale } from '#shared/text';

/** What a person can do to a page, in one way or another. */
export interface Hands {
  readonly page: Page;
  /** The language that the page speaks to this person. */
  readonly locale: Locale;
  readonly press: (button: Locator) => Promise<void>;
  /** Picks a radio button, or ticks a box. */
  readonly pick: (option: Locator) => Promise<void>;
  readonly write: (field: Locator, text: string) => Promise<void>;
  /** Brings a slider to a value of its own measure. */
  readonly slide: (slider: Locator, to: number) => Promise<void>;
  /** Brings the two handles among the penguins from where they start to these places. */
  readonly lay: (from: Point, to: Point) => Promise<void>;
}
