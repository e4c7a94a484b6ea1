import { expect, test } from 'vitest';
import { rehearsalOf, writtenIn } from '../../../client/pages/desk/written';
import { routeOf } from '../../../client/routes';

test.each(['prova', 'a&b=c', 'x?y#z'])(
  'the desk of a rehearsal knows that %j was being written',
  (lesson) => {
    const { pathname, search } = new URL(rehearsalOf('s1', lesson), 'http://trainoff.test');
    expect(routeOf(pathname)).toEqual(routeOf('/teach/sessions/s1'));
    expect(writtenIn(search)).toBe(lesson);
  },
);

test.each(['', '?', '?lesson=', '?other=1'])(
  'the desk at an address with %j was begun elsewhere',
  (search) => {
    expect(writtenIn(search)).toBeNull();
  },
);
