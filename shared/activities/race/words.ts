import { numberWords } from '../../number-words';
import type { Locale } from '../../text';
import { costOf } from './check';
import type { Config, Submission } from './config';

const italian = {
  linear: 'modello lineare',
  cnn: (kernels: number, neurons: number) => `rete con ${kernels} kernel e ${neurons} neuroni`,
  rnn: (state: number) => `rete ricorrente con stato ${state}`,
  transformer: (width: number, heads: number) => `transformer, larghezza ${width}, teste ${heads}`,
  network: 'rete',
};
const english = {
  linear: 'linear model',
  cnn: (kernels: number, neurons: number) => `network with ${kernels} kernels and ${neurons} neurons`,
  rnn: (state: number) => `recurrent network, state ${state}`,
  transformer: (width: number, heads: number) => `transformer, width ${width}, heads ${heads}`,
  network: 'network',
};

/** What an expert has chosen of a convolution, as the core names it. */
const pooling = ({ pool, window }: { readonly pool?: string; readonly window?: number | string }): string =>
  pool === undefined || window === undefined ? '' : `, pooling ${pool} ${window}`;

/** What is chosen of the network itself. */
function network(submission: Submission, locale: Locale): string {
  const said = locale === 'it' ? italian : english;
  if (submission.family === undefined) {
    const sizes = [2, ...submission.layers, 1].join('-');
    return `${said.network} ${sizes}${submission.activation ? ` ${submission.activation}` : ''}`;
  }
  switch (submission.family) {
    case 'linear':
      return said.linear;
    case 'cnn':
      return [said.cnn(submission.kernels, submission.neurons), pooling(submission)].join('');
    case 'rnn':
      return said.rnn(submission.state);
    case 'transformer':
      return said.transformer(submission.width, submission.heads ?? 1);
  }
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
    ...('optimiser' in submission && submission.optimiser ? [submission.optimiser] : []),
    ...(batch === undefined ? [] : [`${said.batch} ${number(batch)}`]),
    `${said.cost} ${number(costOf(config, submission))}`,
  ].join(', ');
}
