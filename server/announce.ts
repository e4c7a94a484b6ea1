import { toString as drawQr } from 'qrcode';
import type { App } from './app';

/** Two half-blocks a character; with colours it is dark on light in every terminal, without it fits a log file. */
const qr = (address: string, colours: boolean): Promise<string> =>
  drawQr(address, colours ? { type: 'terminal', small: true } : { type: 'utf8' });

/** What a person at the terminal needs: where phones go, and how the teacher comes in. */
export async function banner({ addresses, openness, firstLink }: App, colours: boolean): Promise<string> {
  const [main = addresses.local, ...others] = addresses.own;
  const lines = [
    '',
    ...(openness === null ? [] : [openness, '']),
    `Trainoff is running at ${main}`,
    ...others.map((address) => `                    or ${address}`),
    ...(main === addresses.local ? [] : [`  on this computer too: ${addresses.local}`]),
    '',
    "For students' phones, with the code that the projector will show:",
    await qr(main, colours),
    firstLink === null
      ? `Teacher, sign in at ${main}/teach`
      : `Teacher, open this once in your browser to choose your name and password:\n  ${main}/teach/welcome#${firstLink}`,
    '',
    'Leave this window open. Ctrl+C ends Trainoff.',
    '',
  ];
  return `${lines.join('\n')}\n`;
}
