/** One figure, with what tells it from others of its name. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

const LINE = /^([a-z_:][\w:]*)(?:\{(.*)\})? (\S+)$/i;
const LABEL = /(\w+)="((?:[^"\\]|\\.)*)"/g;

/** Reads a page in Prometheus' text format 0.0.4; throws on a line that is none of it. */
export function parsed(page: string): Sample[] {
  const lines = page.split('\n').filter((line) => line !== '' && !line.startsWith('# '));
  return lines.map((line) => {
    const [, name, labels = '', value] = LINE.exec(line) ?? [];
    if (name === undefined) throw new Error(`not a sample: ${line}`);
    return {
      name,
      labels: Object.fromEntries(
        [...labels.matchAll(LABEL)].map(([, key, of]) => [key, of]),
      ) as Sample['labels'],
      value: Number(value),
    };
  });
}

/** What a process shows on its port for figures. */
export async function scrape(port: number): Promise<Sample[]> {
  const response = await fetch(`http://127.0.0.1:${port}/metrics`);
  if (response.status !== 200) throw new Error(`/metrics answers ${response.status}`);
  return parsed(await response.text());
}

/** The sum of all figures with a name and these labels. */
export const total = (samples: readonly Sample[], name: string, labels: Sample['labels'] = {}): number =>
  samples
    .filter((sample) => sample.name === name)
    .filter((sample) => Object.entries(labels).every(([key, of]) => sample.labels[key] === of))
    .reduce((sum, { value }) => sum + value, 0);
