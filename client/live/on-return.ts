/** Calls `back` when somebody looks at the page again or the network returns. Answers what ends that. */
export function onReturn(back: () => void): () => void {
  const shown = () => {
    if (document.visibilityState === 'visible') back();
  };
  const restored = (event: PageTransitionEvent) => {
    if (event.persisted) back();
  };
  document.addEventListener('visibilitychange', shown);
  addEventListener('pageshow', restored);
  addEventListener('online', back);
  return () => {
    document.removeEventListener('visibilitychange', shown);
    removeEventListener('pageshow', restored);
    removeEventListener('online', back);
  };
}
