/** The insecure origin of D14: what phones on a LAN see. A test on 127.0.0.1 would prove nothing. */
export const LAN_HOST = 'trainoff.test';

/** What Chromium is started with wherever it plays a phone, a desk or a projector. */
export const chromiumArgs: readonly string[] = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  `--host-resolver-rules=MAP ${LAN_HOST} 127.0.0.1`,
];
