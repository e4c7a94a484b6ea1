import type { Encoding } from '#shared/exchange/report';

export interface Decoded {
  readonly encoding: Encoding;
  readonly text: string;
}

/** Labels of a declaration that mean one of ours; ISO 8859-1 is read as Windows-1252 everywhere on the web. */
const DECLARED: Readonly<Record<string, Encoding>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'windows-1252',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
};

const LABELS = {
  'utf-8': 'utf-8',
  'utf-8-bom': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'windows-1252': 'windows-1252',
} as const satisfies Record<Encoding, string>;

/** Bytes in which the zeros of UTF-16 are looked for. */
const LOOKED_AT = 4_096;

const startsWith = (bytes: Uint8Array, ...marks: readonly number[]) =>
  marks.every((mark, i) => bytes[i] === mark);

function marked(bytes: Uint8Array): Encoding | null {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8-bom';
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  return null;
}

/** Of letters in UTF-16 most have a zero, always on the same side. */
function byZeros(bytes: Uint8Array): Encoding | null {
  const looked = bytes.subarray(0, LOOKED_AT);
  const zeros = (side: 0 | 1) => looked.filter((byte, i) => byte === 0 && i % 2 === side).length;
  const [even, odd] = [zeros(0), zeros(1)];
  const most = looked.length * 0.2;
  if (odd > most && even < odd / 8) return 'utf-16le';
  if (even > most && odd < even / 8) return 'utf-16be';
  return null;
}

/** What an XML file says that it is in, if it is one of ours. */
function declared(bytes: Uint8Array): Encoding | null {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const label = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)["']/.exec(head)?.[1];
  return DECLARED[label?.toLowerCase() ?? ''] ?? null;
}

function decodedAs(bytes: Uint8Array, encoding: Encoding, fatal: boolean): Decoded | null {
  try {
    return { encoding, text: new TextDecoder(LABELS[encoding], { fatal }).decode(bytes) };
  } catch {
    return null;
  }
}

/**
 * The text of a file. What it is in is what its first bytes say, or its declaration if the bytes fit, or UTF-8 if they
 * are that throughout, or else Windows-1252, where every byte is a character: nothing is lost.
 */
export function decode(bytes: Uint8Array): Decoded {
  const sure = marked(bytes) ?? byZeros(bytes);
  const told = declared(bytes);
  return (
    (sure && decodedAs(bytes, sure, false)) ??
    (told && decodedAs(bytes, told, true)) ??
    decodedAs(bytes, 'utf-8', true) ?? {
      encoding: 'windows-1252',
      text: new TextDecoder(LABELS['windows-1252']).decode(bytes),
    }
  );
}
