import { get as getPlain } from 'node:http';
import { get as getSecure } from 'node:https';

/** How long the page may take, ms: without a mark one comes in too, if others do not. */
const PATIENCE = 6_000;

/** The mark that a browser has once it has opened the page, as a cookie header; null if there was no page. */
export function markFrom(url: string): Promise<string | null> {
  const get = url.startsWith('https:') ? getSecure : getPlain;
  return new Promise((resolve) => {
    const given = { rejectUnauthorized: false, agent: false, timeout: PATIENCE } as const;
    const asked = get(`${url}/play`, given, (answer) => {
      answer.resume();
      const cookies = answer.headers['set-cookie'] ?? [];
      resolve(cookies.map((cookie) => cookie.split(';')[0]).join('; ') || null);
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve(null));
  });
}
