import { isDeepStrictEqual } from 'node:util';
import { rng } from '#shared/rng';
import { answerOf, known } from '../support/knowing';
import { freshToken, Player } from '../support/player';
import type { Hall } from './hall';
import { within } from './within';

/** Seconds until something that was shown to one tab is shown to the other. */
const PATIENCE = 20;

/** One student who has the page open twice. */
export class TwoTabs {
  readonly findings: string[] = [];
  #first: Player;
  #second: Player;

  private constructor(
    { server, code, build }: Hall,
    private readonly seed: string,
  ) {
    const identity = { role: 'phone', code, token: freshToken() } as const;
    this.#first = new Player(server.base, identity, { build, marked: true });
    this.#second = new Player(server.base, identity, { build, marked: true });
  }

  /** Joins in one tab; the other one, which asked for a name as well, is given the same seat when it asks. */
  static async open(hall: Hall, seed: string): Promise<TwoTabs> {
    const tabs = new TwoTabs(hall, seed);
    for (const tab of tabs.both) await tab.arrived();
    for (const tab of tabs.both) {
      const ack = await tab.command({ type: 'join', name: 'Two tabs' });
      if (!ack.ok) throw new Error(`a tab may not come in: ${ack.code}`);
      await tab.until(({ own }) => own !== null);
    }
    tabs.compare('after joining');
    return tabs;
  }

  get both(): readonly [Player, Player] {
    return [this.#first, this.#second];
  }

  get seat(): string {
    return this.#first.own?.seat ?? '';
  }

  /** Answers the open step in one tab, then in both at once; answers how many of them were acked. */
  async answer(step: number): Promise<number> {
    await this.#all(`step ${step} open`, ({ own }) => own?.step?.index === step && own.step.view !== null);
    const turns = step % 2 === 0 ? this.both : ([this.#second, this.#first] as const);
    const alone = await this.#send(turns[0], step, 'alone');
    await this.#all('the answer of the other tab', ({ own }) => (own?.step?.submission ?? null) !== null);
    this.compare(`after an answer to step ${step}`);
    const together = await Promise.all(this.both.map((tab, i) => this.#send(tab, step, `together ${i}`)));
    await this.#all('the same', () => this.#same());
    return [alone, ...together].filter((ok) => ok).length;
  }

  compare(when: string): void {
    if (!this.#same()) this.findings.push(`${when} two tabs of one seat do not show the same`);
  }

  /** Waits until both show a step's reveal, or the end. */
  async see(what: string, holds: (tab: Player) => boolean): Promise<void> {
    await this.#all(what, holds);
    this.compare(`at ${what}`);
  }

  close(): void {
    for (const tab of this.both) tab.close();
  }

  async #send(tab: Player, step: number, label: string): Promise<boolean> {
    const found = tab.common?.step && known(tab.common.step);
    if (!found) throw new Error(`nobody knows step ${step}`);
    const submission = answerOf(found, 'random', tab.own?.step?.view, rng(this.seed, `${label} in ${step}`));
    const ack = await tab.command({ type: 'submit', step, submission });
    if (!ack.ok && ack.code !== 'already-answered') this.findings.push(`an answer was refused: ${ack.code}`);
    return ack.ok;
  }

  #same(): boolean {
    const [one, other] = this.both;
    return isDeepStrictEqual([one.common, one.own], [other.common, other.own]);
  }

  #all = (what: string, holds: (tab: Player) => boolean) =>
    within(
      PATIENCE,
      `both tabs showing ${what}`,
      Promise.all(this.both.map((tab) => tab.until(() => holds(tab)))),
    );
}
