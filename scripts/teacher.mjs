import { parseArgs } from 'node:util';
import { dataOf } from './lib/data.mjs';
import { main, say, Stop } from './lib/say.mjs';
import { openTeachers } from './lib/teachers.mjs';

const USAGE = `npm run teacher -- --reset NAME   a link with which this teacher sets another password
npm run teacher -- --add NAME     a link with which another teacher comes in
npm run teacher -- --list         who there is`;

/** One of three things to do. */
function asked() {
  try {
    const text = { type: 'string' };
    const { values } = parseArgs({ options: { reset: text, add: text, list: { type: 'boolean' } } });
    if (Object.keys(values).length === 1 && Object.values(values).every((value) => value)) return values;
  } catch {
    // The lines below say how it is meant.
  }
  throw new Stop(USAGE);
}

/** Where the server is: as PUBLIC_URL has it, or else as this computer sees it. */
function addressOf({ PUBLIC_URL = '', PORT = '', TLS_CERT = '' }) {
  const given = PUBLIC_URL.trim().replace(/\/$/, '');
  return given || `${TLS_CERT.trim() ? 'https' : 'http'}://localhost:${PORT.trim() || 3000}`;
}

function printLink(what, secret) {
  say(`${what} It works once, within a day:`);
  say(`  ${addressOf(process.env)}/teach/welcome#${secret}`);
  say('If the server has another address, put that one in front of /teach.');
}

/** `npm run teacher`: links from whoever keeps the server, while it runs or not, also in its container. */
await main(async () => {
  const { reset, add, list } = asked();
  const teachers = await openTeachers(dataOf(process.env));
  try {
    if (reset)
      printLink(
        `Here ${reset} chooses another password, and is signed out everywhere else.`,
        await teachers.reset(reset),
      );
    if (add) printLink(`Here ${add} chooses a name and a password.`, await teachers.add(add));
    if (list)
      for (const { name, browsers } of await teachers.all())
        say(`${name}  (${browsers === 1 ? '1 browser' : `${browsers} browsers`} signed in)`);
  } finally {
    await teachers.close();
  }
});
