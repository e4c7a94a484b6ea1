import { inLanguage, type Text } from '#shared/text';

/** What XML cannot say, and no eye sees: control characters but tab and line feed, halves of characters. */
const UNSAYABLE = /(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu;

/** Says texts in one language, and remembers whether all of each was said. */
export class Voice {
  #shortened = false;

  constructor(private readonly language: string) {}

  /** Something was left unsaid so far. */
  get shortened(): boolean {
    return this.#shortened;
  }

  /** The words without what surrounds them, their lines ended in one way; '' for a text that is not there. */
  say(text: Text | undefined | null): string {
    const words = text ? inLanguage(text, [this.language]).replace(/\r\n?/g, '\n') : '';
    const said = words.replace(UNSAYABLE, '');
    if (said !== words) this.#shortened = true;
    return said.trim();
  }
}
