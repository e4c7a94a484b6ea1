/** The bits of core-2. They change together with `CORE` in shared/training/core.ts, and only then. */
export const golden = {
  core: 'core-2',
  fingerprints: {
    exp: '420aa69ede31a66bc40db8635836b896',
    tanh: '2eb92f79078e2cd62c513cb605663f19',
    sigmoid: '3f1db127d34239aed32e1cc03f719449',
    log: '3756372f76ea4965c9113abe88ad44f4',
    circle: '1201ed89b497e73508eaf31aae7cf9a6',
    xor: '7428be681e1642029d2a0df1f714f19b',
    gauss: 'ef81aa27b48c288f14bcf49b4fb17633',
    spiral: '51d4660f47355c250f14656419f55f4e',
    moons: 'e76c59394fea9902e5aea6a54d28669e',
    '2-8-8-1 tanh': 'b922c69cef32987cbbdca8e9edccf609',
    '2-8-8-1 relu': 'd71a38b6bd783a427ca8987c16ca9a88',
    '2-8-8-1 sigmoid': 'e04712d5794908f29bea346d02e42e4a',
    '2-8-8-1 linear': 'd7f2f61c17ba163de40d68f3244588d2',
  },
} as const;
