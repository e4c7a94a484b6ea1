import { routeOf, type Route } from './routes';

let current = $state.raw<Route>(routeOf(location.pathname));

addEventListener('popstate', () => (current = routeOf(location.pathname)));

/** The page that is shown. */
export const route = {
  get current(): Route {
    return current;
  },
  /** Goes to another page without loading everything again. */
  go(path: string, { replace = false } = {}): void {
    if (replace) history.replaceState(null, '', path);
    else history.pushState(null, '', path);
    current = routeOf(location.pathname);
  },
};
