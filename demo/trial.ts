import type { ErrorCode } from '#shared/errors';
import { Phone, type Address } from './phone';
import { keyTrouble, type Rehearsal } from './rehearsal';

/** Failed attempts after which nobody seems to be there. */
const PATIENCE = 3;

/** Tries the session before a whole class comes: null if it may, else the reason as a sentence. */
export async function troubleAt(address: Address, rehearsal: Rehearsal): Promise<string | null> {
  const trouble = await entranceTrouble(address);
  if (trouble !== null) return trouble;
  const code = await keyTrouble(rehearsal);
  return code === null ? null : sentenceOf(code, address);
}

async function entranceTrouble(address: Address): Promise<string | null> {
  const phone = new Phone(address);
  await phone.until(() => phone.common !== null || phone.refusal !== null || phone.failures >= PATIENCE);
  const { refusal, common } = phone;
  phone.close();
  if (refusal !== null) return sentenceOf(refusal, address);
  return common === null ? `No server answers at ${address.url}. Is it running? (npm start)` : null;
}

const sentenceOf = (code: ErrorCode, address: Address): string =>
  sentences[code]?.(address) ?? `The server refuses simulated students: ${code}.`;

const sentences: { readonly [Code in ErrorCode]?: (address: Address) => string } = {
  'unknown-code': ({ code }) => `No session has the code ${code}.`,
  'session-ended': ({ code }) => `The session ${code} is over.`,
  'version-old': () =>
    'The server runs another build than the one in this folder: start it again with npm start.',
  'rehearsal-refused': () =>
    'Rehearsing takes the server’s key: on its own computer set DATA_DIR to its data folder (or leave both as they are), elsewhere give --key (docs/lesson.md says where it is).',
};
