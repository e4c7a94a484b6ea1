import * as v from 'valibot';
import type { Seed } from '../../../rng';
import type { GeneratedKind } from '../../../training/sets/generate';
import type { Share } from '../../../training/sets/shares';
import { classNames, learntEntries } from '../../../tables/own';
import type { ClassTable } from '../../../tables/places';
import { share } from '../../share';
import { seed, whole } from '../terms';

/** What points are drawn by, and what never reaches a phone as such. */
export const drawnField = {
  /** In percent; real data have their own. */
  noise: whole(0, 50),
  /** Of the visible points; whoever sees them may know it. Of real data with a share they are the same everywhere. */
  dataSeed: seed,
  /** Of real data. */
  share: v.exactOptional(share),
};

/** What a teacher's own table says. */
export const ownField = { ...learntEntries, share: v.exactOptional(share), classes: classNames };

/** Data that are there: of two numbers a sample, in two classes. */
export type KnownData = GeneratedKind | 'penguins';

/** Data of two numbers a sample: points of the plane, in two classes. */
export type PlaneData = KnownData | 'own';

/** Which points a race is on. */
export type Field = KnownField | OwnField;

export interface KnownField {
  readonly data: KnownData;
  /** Visible points. */
  readonly samples: number;
  readonly noise: number;
  readonly dataSeed: Seed;
  readonly share?: Share;
  /** In races of version 1: their private birds are drawn without regard to the species. */
  readonly runs?: 4;
}

/** Points of a teacher's own table. */
export interface OwnField extends ClassTable {
  readonly data: 'own';
  readonly samples: number;
}
