import { textFrame, RawWire } from '../raw-wire';

const EACH = 40;

/** Nobody gets as far as a room. */
const NO_ROOM = '000000';

/** Connections that begin something and never go on. */
export function openSlow(url: string): RawWire[] {
  const slow = Array.from({ length: EACH }, () => {
    const wire = new RawWire(new URL(url));
    wire.write('GET / HTTP/1.1\r\nHost: a\r\nX-Slow');
    return wire;
  });
  const silent = Array.from({ length: EACH }, () => RawWire.upgraded(url, NO_ROOM));
  const half = Array.from({ length: EACH }, () => {
    const wire = RawWire.upgraded(url, NO_ROOM);
    void wire
      .until(() => wire.heard.length > 0)
      .then(() => wire.write(textFrame('40{"x":1}').subarray(0, 5)));
    return wire;
  });
  return [...slow, ...silent, ...half];
}

/** Waits at most `patience` ms until the server has ended all of them; how many it kept. */
export async function keptOf(wires: readonly RawWire[], patience: number): Promise<number> {
  const out = new Promise((resolve) => setTimeout(resolve, patience));
  await Promise.race([Promise.all(wires.map((wire) => wire.until(() => wire.closed))), out]);
  const kept = wires.filter(({ closed }) => !closed).length;
  for (const wire of wires) wire.destroy();
  return kept;
}
