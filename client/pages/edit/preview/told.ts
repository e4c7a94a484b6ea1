import type { Preview } from '#shared/lessons/api';
import type { Theme } from '#shared/session/look';
import type { Locale, Text } from '#shared/text';
import type { Asides } from './asides';

/** Which of a step's moments is looked at: `asked`, before it opens; `hinted`, open with all of its hints. */
export const moments = ['asked', 'open', 'hinted', 'closed', 'revealed'] as const;
export type Moment = (typeof moments)[number];

/** Which of the two surfaces a frame is. */
export type Surface = 'phone' | 'screen';

/** What the editor tells a frame to show. */
export interface Told extends Asides {
  readonly trainoff: 'preview';
  readonly preview: Preview;
  readonly lesson: Text;
  /** Its place, from 0, and how many there are. */
  readonly index: number;
  readonly of: number;
  /** As far as they are written. */
  readonly texts: Readonly<Record<'title' | 'task' | 'theory' | 'explanation' | 'mistake', Text>>;
  readonly points: number;
  readonly seconds: number | null;
  readonly timing: 'accuracy' | 'speed';
  readonly moment: Moment;
  readonly locale: Locale;
  readonly theme: Theme;
}

/** What a frame tells the editor once it can be told something. */
export interface Ready {
  readonly trainoff: 'ready';
}

const says = (data: unknown, what: string): boolean =>
  typeof data === 'object' && data !== null && (data as { trainoff?: unknown }).trainoff === what;

/** Only a page of our own may tell what to show: see `isOwn`. */
export const isTold = (data: unknown): data is Told => says(data, 'preview');
export const isReady = (data: unknown): data is Ready => says(data, 'ready');

/** Whether a message comes from a page of this server, and from that window. */
export const isOwn = ({ origin, source }: MessageEvent, window: Window | null): boolean =>
  origin === location.origin && source === window;
