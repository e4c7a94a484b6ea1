import type { Seed } from '../../rng';
import type { Text } from '../../text';
import type { Config } from './config';

type Picture = NonNullable<Config['picture']>;

/** A picture on a phone: a drawing, or what there is to see on the projector. */
export type Shown = Picture | { readonly shows: 'elsewhere'; readonly alt: Text };

export type View = Omit<Config, 'picture'> & { readonly picture: Shown | null };

/** 300 kB for each phone of a class are more than its Wi-Fi carries at once: they get the words. */
export const heavy = ({ picture }: Config): boolean => picture?.shows === 'image';

export const view = (config: Config, seat: Seed | null): View =>
  seat === null || config.picture?.shows !== 'image'
    ? config
    : { ...config, picture: { shows: 'elsewhere', alt: config.picture.alt } };
