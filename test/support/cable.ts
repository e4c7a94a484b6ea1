import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A cable between phones and the server that can be pulled out and put back, on a port of its own. */
export async function cableTo(port: number) {
  const ends = new Set<Socket>();
  let pulled = false;
  const server = createServer((near) => {
    if (pulled) return void near.destroy();
    const far = connect(port, '127.0.0.1');
    for (const end of [near, far]) {
      ends.add(end);
      end.on('error', () => end.destroy());
      end.on('close', () => {
        ends.delete(end);
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    pull: () => {
      pulled = true;
      for (const end of ends) end.destroy();
    },
    putBack: () => {
      pulled = false;
    },
    /** Nothing goes through any more, and nobody is told: a phone in a pocket. */
    freeze: () => {
      for (const end of ends) end.unpipe().pause();
    },
    remove: () => {
      for (const end of ends) end.destroy();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

export type Cable = Awaited<ReturnType<typeof cableTo>>;
