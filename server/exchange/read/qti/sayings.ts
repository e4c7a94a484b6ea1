import type { Loss } from '#shared/exchange/report';
import { fromNodes } from '../../html';
import { isElement, type Element, type Node } from '../../xml';
import { askedIn } from './body';

/** Whether the package has the picture with this address, seen from the item. */
export type Has = (address: string) => boolean;

/** Says texts of one item, and takes down what each loses. */
export class Sayings {
  readonly #lost: Loss[] = [];

  constructor(private readonly has: Has) {}

  /** Each once. */
  get lost(): readonly Loss[] {
    return [...new Map(this.#lost.map((loss) => [`${loss.code} ${loss.what ?? ''}`, loss])).values()];
  }

  say(nodes: readonly Node[]): string {
    const { text, lost } = fromNodes(nodes, { has: this.has });
    for (const loss of lost) this.#lost.push(loss);
    return text;
  }

  /** What of an element is read before an answer. */
  ask({ children }: Element): string {
    return this.say(askedIn(children));
  }

  /** What an option says once it has been picked; '': nothing. */
  feedbackIn({ children }: Element): string {
    return this.say(children.filter((node) => isElement(node) && node.name.startsWith('feedback')));
  }

  lose(code: Loss['code'], what?: string): void {
    this.#lost.push(what === undefined ? { code } : { code, what: what.slice(0, 200) });
  }
}
