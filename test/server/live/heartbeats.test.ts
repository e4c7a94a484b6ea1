import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { pingTheQuiet } from '../../../server/live/sockets/heartbeats';

/** A connection of Engine.IO's, as far as its pings go; `put` counts how often the next one was put off. */
function connected() {
  let now = 0;
  let put = 0;
  const engine = new EventEmitter();
  pingTheQuiet(engine, () => now);
  const connection = Object.assign(new EventEmitter(), {
    pingIntervalTimer: { refresh: () => (put += 1) },
    pingTimeoutTimer: null as object | null,
  });
  engine.emit('connection', connection);
  const says = (type: string, data?: string) => void connection.emit('packetCreate', { type, data });
  return { connection, says, wait: (ms: number) => (now += ms), put: () => put };
}

const ack = '31[{"ok":true,"seq":7}]';

describe('a ping', () => {
  it('is put off by an ack: who asked is there, and has heard us', () => {
    const { says, put } = connected();
    says('message', ack);
    expect(put()).toBe(1);
  });

  it('is not put off by a frame: a room hears it at once, and its pings would fall together', () => {
    const { says, put } = connected();
    says('message', '2["frame",{}]');
    says('noop');
    expect(put()).toBe(0);
  });

  it('is not put off while the last one waits for its answer', () => {
    const { connection, says, put } = connected();
    connection.pingTimeoutTimer = {};
    says('message', ack);
    expect(put()).toBe(0);
  });

  it('comes after 7.5 s at the latest, however much is answered: a client waits 10.5 s for it', () => {
    const { says, wait, put } = connected();
    for (let at = 0; at < 8_000; at += 1_000) {
      says('message', ack);
      wait(1_000);
    }
    expect(put()).toBe(5);
    says('ping');
    says('message', ack);
    expect(put()).toBe(6);
  });
});
