import { plainDigits } from '#shared/digits';

/** Every page there is, with what its address says. */
export type Route =
  | { readonly page: 'join' }
  | { readonly page: 'play'; readonly code: string }
  | { readonly page: 'teach' }
  | { readonly page: 'desk'; readonly session: string }
  | { readonly page: 'review'; readonly session: string }
  | { readonly page: 'screen'; readonly code: string; readonly session: string }
  | { readonly page: 'story'; readonly code: string }
  | { readonly page: 'lost' };

/** The page at a path. `/teach` and what lies under it, but for sessions, is one page that looks further itself. */
export function routeOf(path: string): Route {
  const [first, second, third, fourth, ...rest] = path.split('/').filter(Boolean);
  if (rest.length > 0) return { page: 'lost' };
  if (first === undefined) return { page: 'join' };
  if (first === 'play' && !third) return playRoute(second ?? '');
  if (first === 'screen' && isCode(second) && third && !fourth)
    return { page: 'screen', code: second, session: third };
  if (first === 'story' && isCode(second) && !third) return { page: 'story', code: second };
  if (first === 'teach') return teachRoute(second, third, fourth);
  return { page: 'lost' };
}

const isCode = (part: string | undefined): part is string => /^\d{6}$/.test(part ?? '');

/** A code in the digits of any script; one that cannot be a code is typed again. */
function playRoute(part: string): Route {
  const code = plainDigits(decoded(part));
  return isCode(code) ? { page: 'play', code } : { page: 'join' };
}

/** An address has everything but ASCII in percents; what nobody could have encoded stays as it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function teachRoute(second?: string, third?: string, fourth?: string): Route {
  if (second !== 'sessions' || !third) return { page: 'teach' };
  if (fourth === undefined) return { page: 'desk', session: third };
  return fourth === 'review' ? { page: 'review', session: third } : { page: 'lost' };
}
