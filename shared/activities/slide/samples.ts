import type { Example } from '../activity';
import type { Config } from './config';

const both = (words: string) => ({ it: words, en: words });

/** One pixel. */
const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const words: Config = { lines: [both('a'), both('b')], picture: null, link: null, tap: false, lookUp: false };

export const examples: readonly Example<Config>[] = [
  { name: 'shown', config: words },
  { name: 'shown', config: { ...words, picture: { shows: 'image', data: PIXEL, alt: both('a pixel') } } },
  {
    name: 'shown',
    config: { ...words, tap: true, picture: { shows: 'network', layers: [3, 4, 2], alt: both('3-4-2') } },
  },
  {
    name: 'shown',
    config: {
      ...words,
      link: { address: 'https://example.org/a?b=1#c', to: both('an example') },
      more: [{ address: 'https://www.example.net', to: both('another') }],
    },
  },
  { name: 'shown', config: { ...words, lines: [], lookUp: true } },
];
