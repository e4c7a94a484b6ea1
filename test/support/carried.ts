import type { DraftStep, Loss } from '#shared/exchange/report';
import { htmlOf } from '../../server/exchange/write/marked';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const wordsIn = (value: unknown): string | null =>
  isFields(value) && typeof value.it === 'string' && Object.keys(value).length === 1 ? value.it : null;

/** How closely texts are compared: as they are shown, by their letters, or not at all. */
type Closeness = 'shown' | 'letters' | 'not';

function said(words: string, closeness: Closeness): string {
  if (closeness === 'not') return '';
  const html = htmlOf(words.trim()).replace(/\s+/g, ' ');
  return closeness === 'shown' ? html : html.replace(/<[^>]*>|[^\p{L}]/gu, '');
}

/** Ids of options are nobody's business but the step's: what counts is which of them is meant. */
function withPlaces(config: unknown): unknown {
  if (!isFields(config)) return config;
  const listed = (config.options ?? config.items) as readonly { readonly id: string }[] | undefined;
  if (!Array.isArray(listed)) return config;
  const place = (id: unknown) => listed.findIndex((one) => isFields(one) && one.id === id);
  const { right, ...rest } = config;
  const named = listed.map((one, i) => ({ ...(one as Fields), id: i }));
  return {
    ...rest,
    ...(config.options === undefined ? { items: named } : { options: named }),
    ...(Array.isArray(right) && { right: right.map(place).sort() }),
  };
}

/** What the numbers are stands below the task in a question of others. */
function withGiven(step: DraftStep): DraftStep {
  if (step.kind !== 'numeric' || !isFields(step.config)) return step;
  const [variant] = step.config.variants as readonly Fields[];
  const given = wordsIn(variant?.given);
  if (given === null) return step;
  const config = { ...step.config, variants: [{ ...variant, given: null }] };
  return { ...step, config, task: { it: `${step.task?.it?.trim() ?? ''}\n\n${given.trim()}` } };
}

function stripped(value: unknown, gone: ReadonlySet<string>, closeness: Closeness): unknown {
  const words = wordsIn(value);
  if (words !== null) return said(words, closeness);
  if (Array.isArray(value)) return value.map((one) => stripped(one, gone, closeness));
  if (!isFields(value)) return value;
  const kept = Object.entries(value).filter(([key, one]) => !gone.has(key) && one !== undefined);
  return Object.fromEntries(kept.map(([key, one]) => [key, stripped(one, gone, closeness)]));
}

/** The field that a loss of this name is about. */
const FIELDS: Partial<Record<Loss['code'], string>> = {
  'order-not-shuffled': 'shuffle',
  units: 'unit',
  'picture-dropped': 'picture',
};

/** Where marks are lost, so are the ends of paragraphs, which are a slide's lines. */
function inOneLine(step: DraftStep): DraftStep {
  if (step.kind !== 'slide' || !isFields(step.config)) return step;
  const lines = (step.config.lines as readonly unknown[]).map(wordsIn);
  const task = { it: [step.task?.it ?? '', ...lines].join('\n\n') };
  return { ...step, task, config: { ...step.config, lines: [] } };
}

/** What of an Italian step no report has named as lost. */
export function carried(step: DraftStep, lost: readonly Loss[]): unknown {
  const fields = lost.map(({ code, what }) => (code === 'part-left-out' ? what : FIELDS[code]));
  const has = (code: Loss['code']) => lost.some((loss) => loss.code === code);
  const closeness = has('text-shortened') ? 'not' : has('markup') ? 'letters' : 'shown';
  const gone = new Set(['version', ...fields.filter((field) => field !== undefined)]);
  const { config, ...rest } = withGiven(closeness === 'shown' ? step : inOneLine(step));
  return stripped({ ...rest, config: withPlaces(config) }, gone, closeness);
}
