import { LARGEST_FILE, type Report } from '#shared/exchange/report';
import { detect } from './detect';
import { packageReaders, textReaders } from './read/readers';

/** What a file holds, whatever it is; `name` is what its owner calls it. */
export async function read({
  name,
  bytes,
}: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): Promise<Report> {
  if (bytes.length > LARGEST_FILE) return { refused: 'file-too-large' };
  const found = detect(name, bytes);
  if ('refused' in found) return found;
  return 'file' in found
    ? textReaders[found.format](found.file)
    : packageReaders[found.format](found.package);
}
