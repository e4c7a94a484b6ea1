import type { Call } from '../../server/exchange/calls';
import { read } from '../../server/exchange/read';
import { STUBBORN } from './stubborn-names';

/** A process that reads files, but for two that no file of a teacher's is like. */
process.on('message', (call: Call) => {
  if (call.ask !== 'read') return;
  const { asked } = call;
  if (asked.name === STUBBORN.bug) throw new Error('a bug');
  while (asked.name === STUBBORN.forever) continue;
  void read(asked).then((report) => process.send?.(report));
});
