import { expect, test } from 'vitest';
import { routeOf } from '../../client/routes';

test.each([
  ['/', { page: 'join' }],
  ['/play/123456', { page: 'play', code: '123456' }],
  ['/play/123456/', { page: 'play', code: '123456' }],
  ['/play/12345', { page: 'join' }],
  ['/play', { page: 'join' }],
  ['/teach', { page: 'teach' }],
  ['/teach/welcome', { page: 'teach' }],
  ['/teach/sessions/abc', { page: 'desk', session: 'abc' }],
  ['/teach/sessions/abc/review', { page: 'review', session: 'abc' }],
  ['/teach/sessions/abc/other', { page: 'lost' }],
  ['/screen/abc', { page: 'screen', session: 'abc' }],
  ['/nowhere', { page: 'lost' }],
])('%s', (path, route) => {
  expect(routeOf(path)).toEqual(route);
});
