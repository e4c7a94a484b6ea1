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
  ['/screen/123456/abc', { page: 'screen', code: '123456', session: 'abc' }],
  ['/screen/abc', { page: 'lost' }],
  ['/screen/abc/123456', { page: 'lost' }],
  ['/nowhere', { page: 'lost' }],
])('%s', (path, route) => {
  expect(routeOf(path)).toEqual(route);
});
