import { deflateSync, Inflate, strToU8 } from 'fflate';
import { LARGEST_LESSON } from '#shared/lessons/api';
import { LESSON_VERSION } from '#shared/lessons/upgrade';
import { err, ok, type Result } from '#shared/result';

/** What a link begins with, on whatever server: behind the '#' stands the whole lesson. */
export const LINK_PATH = '/lessons/import#';

/** Characters of a link; Safari shortens what is longer than about 80,000, and mails much less. */
export const LONGEST_LINK = 64_000;

/** Bytes that a QR of the largest size has room for at its lowest level of correction (ISO/IEC 18004, version 40-L). */
export const LARGEST_QR = 2_953;

/** Characters from which on chats and mails have been seen to cut a link. */
export const LONG_LINK = 2_000;

/** Why a link cannot be read: it was cut, it swells beyond a lesson, or a newer build has written it. */
export type LinkTrouble = 'broken' | 'too-large' | 'too-new';

/** A lesson's JSON as it stands in a link: deflated (RFC 1951), in base64url (RFC 4648). */
export const packed = (json: string): string => base64url(deflateSync(strToU8(json), { level: 9 }));

/** The JSON of a lesson out of a link; nothing is inflated beyond the largest lesson. */
export function unpacked(fragment: string): Result<string, LinkTrouble> {
  const bytes = bytesOf(fragment);
  if (!bytes) return err('broken');
  const inflated = inflatedUpTo(LARGEST_LESSON, bytes);
  if (!inflated.ok) return inflated;
  try {
    const json = new TextDecoder('utf-8', { fatal: true }).decode(inflated.value);
    const document: unknown = JSON.parse(json);
    return isNewer(document) ? err('too-new') : ok(json);
  } catch {
    return err('broken');
  }
}

/** The fragment of a link that somebody has pasted, on whatever server; null: it is none. */
export function fragmentOf(pasted: string): string | null {
  const at = pasted.indexOf(LINK_PATH);
  return at < 0 ? null : (/^\S*/.exec(pasted.slice(at + LINK_PATH.length))?.[0] ?? '');
}

function isNewer(document: unknown): boolean {
  const { version } = (document ?? {}) as { readonly version?: unknown };
  return typeof version === 'number' && version > LESSON_VERSION;
}

function base64url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function bytesOf(fragment: string): Uint8Array | null {
  if (!/^[\w-]+$/.test(fragment)) return null;
  try {
    const text = atob(fragment.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(text, (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

/** Deflated bytes that are inflated at once: each can become a thousand. */
const BITE = 256;

function inflatedUpTo(most: number, bytes: Uint8Array): Result<Uint8Array, LinkTrouble> {
  const parts: Uint8Array[] = [];
  let [size, ended] = [0, false];
  const inflate = new Inflate((part, last) => {
    parts.push(part);
    size += part.length;
    ended ||= last;
  });
  try {
    for (let at = 0; at < bytes.length; at += BITE) {
      inflate.push(bytes.subarray(at, at + BITE), at + BITE >= bytes.length);
      if (size > most) return err('too-large');
    }
  } catch {
    return err('broken');
  }
  return ended ? ok(joined(parts, size)) : err('broken');
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
