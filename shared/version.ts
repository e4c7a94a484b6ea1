/** Raised when a frame or packet changes shape; an older tab is told to reload. */
export const PROTOCOL = 4;

/**
 * The protocol of the release before, which this build speaks as well: PROTOCOL itself while that has not been raised.
 * Where servers are renewed one after the other, pages and servers of both releases meet (docs/decisions/0070).
 */
export const PREVIOUS_PROTOCOL = 4;

/** What a build speaks, as its pages say it. `previous` left out: `protocol` alone. */
interface Spoken {
  readonly protocol: number;
  readonly previous?: number | undefined;
}

/** Whether this build and another one have a protocol in common. */
export const speaksWith = ({ protocol, previous = protocol }: Spoken): boolean =>
  previous <= PROTOCOL && protocol >= PREVIOUS_PROTOCOL;
