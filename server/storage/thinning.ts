/** A version of a lesson, as far as it matters to what is kept of it. */
export interface Weighed {
  readonly number: number;
  readonly savedAt: Date;
  /** Bytes in the file. */
  readonly bytes: number;
}

/** So many of the newest stay, each of them: an evening's work can be gone back through save by save. */
const NEWEST = 50;
/** Before those the last of each hour stays, and so many at most together. */
const HOUR = 3_600_000;
const MOST = 150;
/** Bytes of one lesson's versions. Pictures make each of them large, and a file is copied whole by every backup. */
const MOST_BYTES = 8 * 1024 * 1024;
/** These stay, however large they are. */
const ALWAYS = 5;

const hourOf = ({ savedAt }: Weighed): number => Math.floor(savedAt.getTime() / HOUR);

/** The numbers of those versions of a lesson, given the newest first, that need not be kept. The newest is never among them. */
export function thinned(versions: readonly Weighed[]): number[] {
  let [stay, bytes] = [0, 0];
  const gone: number[] = [];
  for (const [index, version] of versions.entries()) {
    const after = versions[index - 1];
    const lastOfHour = !after || hourOf(after) !== hourOf(version);
    const wanted = index < NEWEST || (lastOfHour && stay < MOST);
    const fits = stay < ALWAYS || bytes + version.bytes <= MOST_BYTES;
    if (wanted && fits) [stay, bytes] = [stay + 1, bytes + version.bytes];
    else gone.push(version.number);
  }
  return gone;
}
