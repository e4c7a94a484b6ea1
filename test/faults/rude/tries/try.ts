import type { Hall } from '../../hall';

/** What came of a try. */
export interface Tried {
  /** In figures, to be laid beside those of another commit. */
  readonly saw: string;
  /** It did not work. */
  readonly held: boolean;
}

/** Something that a stranger, a student or another user of the computer tries once. */
export interface Try {
  /** The row of the issue that it belongs to, for the table. */
  readonly row: number;
  readonly what: string;
  /** It looks into the files of a server that keeps everything there. */
  readonly inFiles?: true;
  readonly play: (hall: Hall) => Promise<Tried>;
}
