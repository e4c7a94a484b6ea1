import { expect, test } from 'vitest';
import { routeOf } from '../../client/routes';

test.each([
  ['/', { page: 'join' }],
  ['/play/123456', { page: 'play', code: '123456' }],
  ['/play/123456/', { page: 'play', code: '123456' }],
  ['/play/%D9%A4%D9%A8%D9%A2%D9%A9%D9%A1%D9%A3', { page: 'play', code: '482913' }],
  ['/play/４８２９１３', { page: 'play', code: '482913' }],
  ['/play/%D9', { page: 'join' }],
  ['/play/12345', { page: 'join' }],
  ['/play', { page: 'join' }],
  ['/teach', { page: 'teach' }],
  ['/teach/welcome', { page: 'teach' }],
  ['/teach/sessions/abc', { page: 'desk', session: 'abc' }],
  ['/teach/sessions/abc/review', { page: 'review', session: 'abc' }],
  ['/teach/lessons/abc/paper', { page: 'teach' }],
  ['/teach/sessions/abc/other', { page: 'lost' }],
  ['/screen/123456/abc', { page: 'screen', code: '123456', session: 'abc' }],
  ['/screen/abc', { page: 'lost' }],
  ['/screen/abc/123456', { page: 'lost' }],
  ['/story/123456', { page: 'story', code: '123456' }],
  ['/story/12345', { page: 'lost' }],
  ['/story/123456/more', { page: 'lost' }],
  ['/nowhere', { page: 'lost' }],
])('%s', (path, route) => {
  expect(routeOf(path)).toEqual(route);
});
