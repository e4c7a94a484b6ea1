import { newCommandId } from '../../live/ids';

type Said = { readonly tab: string } & (
  { readonly says: 'opened' | 'here' } | { readonly says: 'saved'; readonly number: number }
);

interface Told {
  /** The same lesson is open in another tab of this browser, which is this one. */
  readonly onother: (tab: string) => void;
  /** It was saved there. */
  readonly onsaved: (number: number) => void;
}

/** Tabs of one browser in which the same lesson is written, as far as they can hear one another. */
export function tabsOf(lesson: string, { onother, onsaved }: Told) {
  const tab = newCommandId();
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`trainoff-${lesson}`);
  const say = (said: Said) => channel?.postMessage(said);
  channel?.addEventListener('message', ({ data }: MessageEvent<Said>) => {
    if (data.says === 'opened') say({ tab, says: 'here' });
    if (data.says === 'saved') onsaved(data.number);
    else onother(data.tab);
  });
  say({ tab, says: 'opened' });
  return {
    /** What the others call this one. */
    tab,
    saved: (number: number) => say({ tab, says: 'saved', number }),
    close: () => channel?.close(),
  };
}
