import type { PhoneView } from '#shared/session/views';
import { inLanguage } from '#shared/text';
import { roundOf } from './student';
import type { Phone } from './phone';

/** What the class is doing, on one line. */
export function statusOf(phones: readonly Phone[]): string {
  const common = phones.find((phone) => phone.common)?.common ?? null;
  const seated = phones.filter((phone) => phone.own).length;
  const away = phones.filter((phone) => phone.own && !phone.connected && !phone.over).length;
  const parts = [`${seated} of ${phones.length} students`, ...where(common, phones)];
  if (away > 0) parts.push(`${away} coming back`);
  return parts.join(' · ');
}

function where(common: PhoneView | null, phones: readonly Phone[]): string[] {
  if (!common) return ['calling'];
  const { stage, step } = common;
  if (stage.at !== 'step' || !step) return [stageNames[stage.at]];
  const answered = phones.filter((phone) => !isEmpty(phone.own?.step?.submission)).length;
  const busy = phones.filter(
    (phone) => roundOf(phone) !== null && isEmpty(phone.own?.step?.submission),
  ).length;
  const place = `step ${step.index + 1} of ${step.of}, ${inLanguage(step.title, ['en'])}`;
  if (step.phase === 'waiting') return [place, 'not open yet'];
  if (step.phase !== 'open') return [place, step.phase, `${answered} answered`];
  return [place, step.vote === 2 ? 'voting again' : 'open', `${answered} answered, ${busy} not yet`];
}

const isEmpty = (submission: unknown) => submission === null || submission === undefined;

const stageNames = {
  lobby: 'in the lobby',
  step: 'between steps',
  board: 'looking at the board',
  podium: 'looking at the podium',
  ended: 'the session is over',
} as const;

/** Writes a line over the last one on a terminal; elsewhere a line of its own whenever it changes. */
export function statusLine(out: NodeJS.WriteStream): { show: (line: string) => void; end: () => void } {
  let last = '';
  const show = (line: string) => {
    if (line === last) return;
    last = line;
    if (out.isTTY) out.write(`\r\u001b[2K${line.slice(0, out.columns - 1)}`);
    else out.write(`${line}\n`);
  };
  return { show, end: () => (out.isTTY && last !== '' ? out.write('\n') : true) };
}
