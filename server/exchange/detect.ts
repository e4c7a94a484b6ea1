import type { Format, Refusal } from '#shared/exchange/report';
import { decode } from './encoding';
import { languageOf } from './language';
import type { Package, TextFile } from './read/reader';
import { looksLikeText } from './text-kinds';
import { knownBytes } from './known-bytes';
import { openPackage } from './package';

/** What a file is, by what stands in it; its name only helps where that could be two things. */
export type Detected =
  | { readonly format: Exclude<Format, 'kahoot-xlsx'>; readonly file: TextFile }
  | { readonly format: 'kahoot-xlsx' | 'qti-2' | 'qti-3'; readonly package: Package }
  | { readonly refused: Refusal; readonly what?: string };

const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte <= 0x20);

/** Tells what a file is, or why it is nothing that can be read. */
export function detect(name: string, bytes: Uint8Array): Detected {
  if (isBlank(bytes)) return { refused: 'empty-file' };
  const known = knownBytes(name, bytes);
  if (known === 'zip') return openPackage(name, bytes);
  if (known) return known;
  const { encoding, text } = decode(bytes);
  if (text.trim() === '') return { refused: 'empty-file' };
  const format = looksLikeText(name, text);
  if (typeof format !== 'string') return format;
  return { format, file: { name, encoding, text, language: languageOf(text) } };
}
