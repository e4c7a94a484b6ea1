import { LARGEST_FILE, MOST_QUESTIONS, type Report } from '#shared/exchange/report';
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
  return bounded(
    'file' in found
      ? textReaders[found.format](found.file)
      : await packageReaders[found.format](found.package),
  );
}

function bounded(report: Report): Report {
  if (report.refused !== null) return report;
  const { length } = report.questions;
  if (length === 0) return { refused: 'no-questions' };
  return length > MOST_QUESTIONS ? { refused: 'too-many-questions', what: String(length) } : report;
}
