import { numberWords } from '../../number-words';
import type { Locale } from '../../text';
import { costOf } from './check';
import type { Config, Submission } from './config';

/** What is chosen of the network itself. */
function network(submission: Submission, locale: Locale): string {
  if (submission.family === 'linear') return locale === 'it' ? 'modello lineare' : 'linear model';
  const sizes = [2, ...submission.layers, 1].join('-');
  return `${locale === 'it' ? 'rete' : 'network'} ${sizes}${submission.activation ? ` ${submission.activation}` : ''}`;
}

/** A configuration in one line, with what it costs. */
export function inWords(config: Config, submission: Submission, locale: Locale): string {
  const { rate, epochs, batch } = submission;
  const number = (value: number) => numberWords(value, locale);
  const said =
    locale === 'it'
      ? { rate: 'tasso', epochs: 'epoche', batch: 'gruppi di', cost: 'energia' }
      : { rate: 'rate', epochs: 'epochs', batch: 'batches of', cost: 'energy' };
  return [
    network(submission, locale),
    `${said.rate} ${number(rate)}`,
    `${number(epochs)} ${said.epochs}`,
    ...(batch === undefined ? [] : [`${said.batch} ${number(batch)}`]),
    `${said.cost} ${number(costOf(config, submission))}`,
  ].join(', ');
}
