import type { ErrorCode } from '#shared/errors';
import { Phone, type Address } from './phone';

/** Failed attempts after which nobody seems to be there. */
const PATIENCE = 3;

/** Knocks once before a whole class does: null if the class may come, else the reason as a sentence. */
export async function knock(address: Address): Promise<string | null> {
  const phone = new Phone(address);
  await phone.until(() => phone.common !== null || phone.refusal !== null || phone.failures >= PATIENCE);
  const { refusal, common } = phone;
  phone.close();
  if (refusal !== null) return sentences[refusal]?.(address) ?? `The server refuses students: ${refusal}.`;
  return common === null ? `No server answers at ${address.url}. Is it running? (npm start)` : null;
}

const sentences: { readonly [Code in ErrorCode]?: (address: Address) => string } = {
  'unknown-code': ({ code }) => `No session has the code ${code}.`,
  'session-ended': ({ code }) => `The session ${code} is over.`,
  'version-old': () =>
    'The server runs another build than the one in this folder: start it again with npm start.',
};
