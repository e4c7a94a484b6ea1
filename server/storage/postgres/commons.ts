import type { News } from '../news';
import type { Once } from '../once';
import type { Settings } from '../prisma/settings';
import type { Tally } from '../tally';
import type { Postgres } from './connect';
import { beside } from './connect';
import { PostgresNews } from './news';
import { onceOn } from './once';
import { PostgresTally } from './tally';

/** What servers on one database have in common besides what is kept there. */
export interface Commons extends Pick<Postgres, 'pool'> {
  readonly once: Once;
  readonly news: News;
  readonly tally: Tally;
  readonly close: () => Promise<void>;
}

/** Where the key stands with which the tally makes its names. */
const KEY = 'tally-secret';

/** `fresh`: the key of the first server that ever starts. */
export async function openCommons(
  url: string,
  settings: Pick<Settings, 'first'>,
  fresh: string,
): Promise<Commons> {
  const { pool, close } = await beside(url);
  try {
    const news = await PostgresNews.open(pool);
    const tally = new PostgresTally(pool, await settings.first(KEY, fresh));
    return {
      pool,
      ...{ once: onceOn(pool), news, tally },
      close: () => {
        news.close();
        tally.close();
        return close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
