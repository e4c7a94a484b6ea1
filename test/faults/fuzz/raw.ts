import fc from 'fast-check';
import { errorCodes } from '#shared/errors';
import { inFlight } from '../../load/in-flight';
import { frame, OP, RawWire, textFrame } from '../raw-wire';
import { anyOrNearly, garbledText } from './garble';
import { foreign } from './leaks';
import { bodies } from './right';

/** What is sent over one connection; `upgraded`: after it has become a websocket. */
interface Shot {
  readonly upgraded: boolean;
  readonly bytes: Buffer;
  readonly api: boolean;
}

const AT_ONCE = 16;
/** The server ends a connection that is of no use by then, ms; it gives a slow request up after 15 s, on a beat of 30. */
const PATIENCE = 60_000;

/** Nobody gets as far as a room. */
const NO_ROOM = '000000';

const bytes = fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array));

/** Frames that no client should send: codes that mean nothing, bits, lengths and masks that are wrong. */
const brokenFrame = fc
  .record({
    payload: bytes,
    op: fc.nat({ max: 15 }),
    final: fc.boolean(),
    reserved: fc.constantFrom(0, 0, 0, 1, 4, 7),
    masked: fc.boolean(),
    claims: fc.option(
      fc.constantFrom(0, 1, 125, 126, 0xffff, 0x10000, 16_001, 2 ** 31, Number.MAX_SAFE_INTEGER),
      { nil: undefined },
    ),
  })
  .map(({ payload, ...parts }) => frame(payload, parts));

const specialFrames = fc.constantFrom(
  textFrame('4'.repeat(20_000)),
  frame(Buffer.alloc(20_000), { op: OP.binary }),
  frame(Buffer.alloc(200), { op: OP.ping }),
  frame(Buffer.from([0xff, 0xfe, 0xc0]), { op: OP.text }),
  frame(Buffer.from([0x03]), { op: OP.close }),
  frame(Buffer.from([0x00, 0x00]), { op: OP.close }),
  frame(Buffer.from([0x03, 0xee, 0xff]), { op: OP.close }),
  frame(Buffer.from('421['), { op: OP.text, final: false }),
  frame(Buffer.from('"x"]'), { op: OP.continuation }),
  Buffer.concat(Array.from({ length: 50 }, () => frame(Buffer.from('4'), { op: OP.text, final: false }))),
);

const frames = fc
  .array(fc.oneof(brokenFrame, specialFrames, bytes), { minLength: 1, maxLength: 4 })
  .map((parts): Shot => ({ upgraded: true, bytes: Buffer.concat(parts), api: false }));

const upgradeText =
  'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';

const garbage = fc
  .oneof(
    bytes,
    garbledText([
      upgradeText,
      'GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: a\r\n\r\n',
      'GET /socket.io/?EIO=3&transport=polling&j=0 HTTP/1.1\r\nHost: a\r\n\r\n',
      'POST /socket.io/?EIO=4&transport=polling&sid=aaaaaaaaaaaaaaaaAAAA HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n40',
      'GET / HTTP/1.1\r\nHost: a\r\n\r\n',
      'GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n',
      'POST /api/sign-in HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\nx',
      'POST /api/sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n{}',
      `GET / HTTP/1.1\r\nHost: a\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`,
    ]).map((text) => Buffer.from(text, 'latin1')),
  )
  .map((all): Shot => ({ upgraded: false, bytes: all, api: false }));

const paths = [
  ...[
    '/api/me',
    '/api/first-teacher',
    '/api/sign-in',
    '/api/sign-out',
    '/api/sessions',
    '/api/lessons',
    '/api/own-review',
  ],
  ...[
    '/api/sessions/x/desk',
    '/api/sessions/__proto__/review',
    '/api/sessions/%00/replay/1',
    '/api/nothing',
    '/healthz',
  ],
];

const requests = fc
  .tuple(
    fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH'),
    fc.oneof(fc.constantFrom(...paths), garbledText(paths).map(encodeURI8)),
    fc.constantFrom(
      'application/json',
      'application/json; charset=utf-7',
      'text/plain',
      'multipart/form-data',
      '',
    ),
    fc.oneof(
      anyOrNearly(Object.values(bodies)).map(written),
      garbledText(Object.values(bodies).map((body) => JSON.stringify(body))),
    ),
    fc.constantFrom(
      '',
      'Cookie: trainoff=x',
      'Cookie: __Host-trainoff=%',
      'Cookie: =;;=',
      'Origin: null',
      'Range: bytes=9-1',
      'Accept-Encoding: \u0001',
    ),
  )
  .map(([method, path, type, body, header]): Shot => {
    const lines = [
      `${method} ${path} HTTP/1.1`,
      'Host: a',
      'Connection: close',
      ...(type ? [`Content-Type: ${type}`] : []),
      ...(header ? [header] : []),
      `Content-Length: ${Buffer.byteLength(body)}`,
    ];
    return {
      upgraded: false,
      bytes: Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`),
      api: path.startsWith('/api/'),
    };
  });

function encodeURI8(path: string): string {
  return `/${Buffer.from(path)
    .toString('latin1')
    .replace(/[^!-~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)}`;
}

function written(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '{';
  }
}

const shot: fc.Arbitrary<Shot> = fc.oneof(frames, garbage, requests);

/** Plays `count` connections that break the rules of HTTP and websockets; what the server did wrong. */
export async function fuzzRaw(url: string, count: number, seed: number): Promise<string[]> {
  const findings: string[] = [];
  await inFlight(fc.sample(shot, { numRuns: count, seed }), AT_ONCE, async (each) => {
    const wire = each.upgraded ? RawWire.upgraded(url, NO_ROOM) : new RawWire(new URL(url));
    const timer = setTimeout(() => wire.destroy(), PATIENCE);
    if (each.upgraded) await wire.until(() => wire.heard.length > 0);
    wire.write(each.bytes);
    const since = performance.now();
    await wire.end();
    clearTimeout(timer);
    const hung = performance.now() - since >= PATIENCE ? ['a connection was kept'] : [];
    const wrong = [...hung, ...foreign('nobody', wire.heard), ...answerOf(wire.head, each)];
    findings.push(
      ...wrong.map((what) => `${what}, after ${JSON.stringify(each.bytes.toString('latin1')).slice(0, 400)}`),
    );
  });
  return findings;
}

const codes = new Set<string>(errorCodes);

/** What is wrong with an answer over HTTP: a failure of ours, or a refusal without a code. */
function answerOf(head: string, { api }: Shot): string[] {
  const status = Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0);
  if (status >= 500) return [`answered ${status}`];
  if (!api || status < 400 || head.endsWith('\r\n\r\n')) return [];
  const code = /\r\n\r\n\{"code":"([\w-]+)"\}$/.exec(head)?.[1] ?? 'none';
  return codes.has(code) ? [] : [`answered ${status} with the code ${code}`];
}
