/** Marks the pane that scrolls a line of stops. */
export const FOLLOWS = 'data-follows';

/** Scrolls the pane, and nothing else, so that the stop where the class is stands in its middle. */
export function follow(stop: Element): void {
  const pane = stop.closest(`[${FOLLOWS}]`);
  if (!pane) return;
  const { top, height } = stop.getBoundingClientRect();
  const fromTop = top - pane.getBoundingClientRect().top + pane.scrollTop;
  pane.scrollTo({ top: fromTop - (pane.clientHeight - height) / 2 });
}
