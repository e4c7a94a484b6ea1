/**
 * Calls `look` when there may be news of the line: somebody looks at the page again, or the network has come or gone.
 * Answers what ends that.
 */
export function onNews(look: () => void): () => void {
  const shown = () => {
    if (document.visibilityState === 'visible') look();
  };
  const restored = (event: PageTransitionEvent) => {
    if (event.persisted) look();
  };
  document.addEventListener('visibilitychange', shown);
  addEventListener('pageshow', restored);
  addEventListener('online', look);
  addEventListener('offline', look);
  return () => {
    document.removeEventListener('visibilitychange', shown);
    removeEventListener('pageshow', restored);
    removeEventListener('online', look);
    removeEventListener('offline', look);
  };
}
