import { eventPacket, helloPacket, PONG, readPacket, type Incoming } from './packets';

/** How long a call may take until the server has let us in, ms. */
const PATIENCE = 6_000;

export interface CallListener {
  readonly up: () => void;
  /** Once, at the end of a call that nobody hung up; with what the server said if it refused. */
  readonly down: (refusal: unknown) => void;
  readonly event: (name: string, payload: unknown) => void;
}

/** One connection, from dialling to its end; it is never used again. */
export class Call {
  #up = false;
  #asked = 0;
  #watchdog: ReturnType<typeof setTimeout> | undefined;
  #silence = PATIENCE;
  readonly #answers = new Map<number, (payload: unknown) => void>();
  readonly #wire: WebSocket;

  constructor(
    url: string,
    private readonly hello: () => unknown,
    private readonly listener: CallListener,
  ) {
    this.#wire = new WebSocket(url);
    this.#wire.onmessage = ({ data }) => {
      const packet = typeof data === 'string' ? readPacket(data) : null;
      if (packet) this.#heard(packet);
    };
    this.#wire.onclose = () => this.#lost(null);
    this.#watch();
  }

  get up(): boolean {
    return this.#up;
  }

  /** Sends an event, and calls `answer` with what the server says to it. */
  ask(name: string, payload: unknown, answer: (payload: unknown) => void): void {
    this.#asked += 1;
    this.#answers.set(this.#asked, answer);
    this.#send(eventPacket(name, payload, this.#asked));
  }

  /** Sends an event that may get lost, unless the line is busy with an earlier one. */
  tell(name: string, payload: unknown): void {
    if (this.#up && this.#wire.bufferedAmount === 0) this.#send(eventPacket(name, payload, null));
  }

  hangUp(): void {
    clearTimeout(this.#watchdog);
    this.#up = false;
    this.#answers.clear();
    this.#wire.onmessage = this.#wire.onclose = null;
    this.#wire.close();
  }

  #heard(packet: Incoming): void {
    switch (packet.type) {
      case 'open':
        this.#silence = packet.silence;
        this.#send(helloPacket(this.hello()));
        return;
      case 'ping':
        this.#watch();
        return this.#send(PONG);
      case 'connected':
        this.#up = true;
        this.#watch();
        return this.listener.up();
      case 'refused':
        return this.#lost(packet.data);
      case 'event':
        return this.listener.event(packet.name, packet.payload);
      case 'ack':
        this.#answers.get(packet.id)?.(packet.payload);
        this.#answers.delete(packet.id);
        return;
      case 'closed':
        return this.#lost(null);
    }
  }

  #lost(refusal: unknown): void {
    this.hangUp();
    this.listener.down(refusal);
  }

  #watch(): void {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => this.#lost(null), this.#silence);
  }

  #send(text: string): void {
    if (this.#wire.readyState === WebSocket.OPEN) this.#wire.send(text);
  }
}
