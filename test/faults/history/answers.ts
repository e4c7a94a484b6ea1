import { isDeepStrictEqual } from 'node:util';
import type { EventOf, LoggedEvent, SeatId } from '#shared/session/events';
import { doubled, lost, wrong, type Finding } from './finding';
import type { PhoneHistory, SentAnswer } from './told';

export type Submitted = LoggedEvent & { readonly event: EventOf<'submitted'> };

/** How the server names the command of an answer in the log. */
const commandOf = (seat: SeatId, id: string): string => `${seat}/${id}`;

/** Each place of the log is taken once, and each command stands in it once. */
export function orderOf(log: readonly LoggedEvent[]): Finding[] {
  const commands = new Set<string>();
  return log.flatMap(({ seq, command }, i) => {
    const gap = seq === i + 1 ? [] : [wrong(`place ${i + 1} of the log holds seq ${seq}`)];
    if (command === null) return gap;
    const twice = commands.has(command) ? [doubled(`the command ${command} is in the log twice`)] : [];
    commands.add(command);
    return [...gap, ...twice];
  });
}

/** The answers of a log, by their command. */
export class Answers {
  readonly #byCommand = new Map<string, Submitted>();

  constructor(private readonly submitted: readonly Submitted[]) {
    for (const record of submitted) if (record.command !== null) this.#byCommand.set(record.command, record);
  }

  /** What is wrong with what became of one answer. */
  judge(seat: SeatId, { id, step, submission, told }: SentAnswer): Finding[] {
    const record = this.#byCommand.get(commandOf(seat, id));
    const whose = `the answer ${id} of ${seat} to step ${step}`;
    if (!record) return told?.ok ? [lost(`${whose} was acked and is not in the log`)] : [];
    if (told && !told.ok) return [wrong(`${whose} was refused (${told.code}) and is in the log`)];
    const { event, seq } = record;
    const same =
      event.seat === seat && event.step === step && isDeepStrictEqual(event.submission, submission);
    return [
      ...(same ? [] : [wrong(`${whose} is another one in the log`)]),
      ...(told && told.seq < seq
        ? [wrong(`${whose} was acked for ${told.seq} and is in the log at ${seq}`)]
        : []),
    ];
  }

  /** Answers that nobody has sent, and that no close took in. */
  unsent(phones: readonly PhoneHistory[]): Finding[] {
    const sent = new Set(phones.flatMap((phone) => phone.sent.map(({ id }) => commandOf(phone.seat, id))));
    return this.submitted
      .filter(({ command, event }) => event.sentBy !== 'close' && (command === null || !sent.has(command)))
      .map(({ seq, event }) => doubled(`nobody sent the answer of ${event.seat} at ${seq}`));
  }
}
