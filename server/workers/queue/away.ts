/** Tells that something cannot be reached once, and not again until it has been there. */
export function onceAway(tell: (error: unknown) => void, tellBack: () => void = () => undefined) {
  let away = false;
  return {
    away: (error: unknown): void => {
      if (!away) tell(error);
      away = true;
    },
    there: (): void => {
      if (away) tellBack();
      away = false;
    },
  };
}
