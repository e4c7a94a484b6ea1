import type { Phone } from '../../../demo/phone';

/** How often phones lose their line, and for how long they are not shown what is, ms. */
export class Away {
  readonly #lasted: number[] = [];
  readonly #since = new Map<Phone, number>();

  /** From now on until the phone is closed. */
  watch(phone: Phone): void {
    void phone.until(() => {
      const since = this.#since.get(phone);
      if (!phone.upToDate && since === undefined) this.#since.set(phone, performance.now());
      if (phone.upToDate && since !== undefined) {
        this.#lasted.push(performance.now() - since);
        this.#since.delete(phone);
      }
      return phone.over;
    });
  }

  get times(): number {
    return this.#lasted.length;
  }

  /** Phones that are away now. */
  get now(): number {
    return this.#since.size;
  }

  /** ms */
  get longest(): number {
    return Math.round(Math.max(0, ...this.#lasted));
  }
}
