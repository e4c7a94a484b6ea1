import { openHall } from '../hall';
import { lecture } from '../lecture';
import { erasedSession } from './tries/erased';
import { folder } from './tries/folder';
import { oldCookie } from './tries/old-cookie';
import { passwords } from './tries/passwords';
import { signedOut } from './tries/signed-out';
import type { Try } from './tries/try';

/** What is tried once, in this order: another one is a file and a place in this list. */
const tries: readonly Try[] = [folder, signedOut, oldCookie, erasedSession, passwords];

/** Tries everything at a server of its own; answers with what worked, a sentence each. */
export async function playTries(say: (line: string) => void): Promise<string[]> {
  const hall = await openHall(lecture);
  const worked: string[] = [];
  try {
    for (const { row, what, play, inFiles } of tries) {
      if (inFiles && !hall.kept.inFiles) continue;
      const { saw, held } = await play(hall);
      say(`${what} (row ${row}): ${held ? 'no' : 'YES'}; ${saw}`);
      if (!held) worked.push(`${what}: ${saw}`);
    }
  } finally {
    await hall.server.remove();
  }
  return worked;
}
