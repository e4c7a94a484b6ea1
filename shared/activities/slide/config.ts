import * as v from 'valibot';
import { textSchema } from '../../text-schema';

/** Three fill a phone beside a picture, and five a projector without one. */
const MOST_LINES = 5;

/** Beside the first: two columns of five in letters that are read from the last row. */
const MOST_FURTHER = 10;

/** About 300 kB of picture: a document of 1 MB carries three of them. */
export const LONGEST_PICTURE = 400_000;

/**
 * What cannot run anything: no SVG, which may hold scripts and links. The first bytes are those of the type that it says
 * it has, in base64.
 */
const PICTURE =
  /^data:image\/(?:png;base64,iVBORw0KGgo|jpeg;base64,\/9j\/|webp;base64,UklGR)[A-Za-z0-9+/]*={0,2}$/;

const image = v.strictObject({
  shows: v.literal('image'),
  data: v.pipe(v.string(), v.maxLength(LONGEST_PICTURE), v.regex(PICTURE)),
  /** For who cannot see it, and for phones, which are not sent the picture. */
  alt: textSchema,
});

const network = v.strictObject({
  shows: v.literal('network'),
  /** How many neurons each layer has, the inputs first. */
  layers: v.pipe(
    v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8))),
    v.minLength(2),
    v.maxLength(6),
  ),
  alt: textSchema,
});

/** http or https, a host in plain letters, and nobody's password before it. */
const ADDRESS = /^https?:\/\/[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?(?:[/?#][!-~]*)?$/;

const link = v.strictObject({
  address: v.pipe(v.string(), v.maxLength(200), v.regex(ADDRESS)),
  /** What is there. */
  to: textSchema,
});

/** Words, a picture, links, something to try a finger on. How long a break lasts says the step itself, with `seconds`. */
export const config = v.strictObject({
  lines: v.pipe(v.array(textSchema), v.maxLength(MOST_LINES)),
  picture: v.nullable(v.variant('shows', [image, network])),
  link: v.nullable(link),
  /** Where else to look; without a QR. */
  more: v.exactOptional(v.pipe(v.array(link), v.maxLength(MOST_FURTHER))),
  /** Phones have a button to tap, which answers: so everybody knows that theirs works. */
  tap: v.boolean(),
  /** Phones dim, and say to look at the projector. */
  lookUp: v.boolean(),
});
export type Config = v.InferOutput<typeof config>;
