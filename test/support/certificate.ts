import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Distinguished Encoding Rules: one byte of type, the length, the content (X.690, 8.1). */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const text = (tag: number, value: string) => der(tag, Buffer.from(value, 'latin1'));
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const bits = (content: Buffer) => der(0x03, Buffer.from([0]), content);

const ECDSA_WITH_SHA256 = sequence(oid('2a8648ce3d040302'));
const COMMON_NAME = oid('550403');
const SUBJECT_ALT_NAME = oid('551d11');

const nameOf = (commonName: string) => sequence(der(0x31, sequence(COMMON_NAME, text(0x0c, commonName))));

/** UTCTime, good until 2049. */
const validity = sequence(text(0x17, '240101000000Z'), text(0x17, '490101000000Z'));

function altNames(hosts: readonly string[]): Buffer {
  const loopback = der(0x87, Buffer.from([127, 0, 0, 1]));
  const names = sequence(...hosts.map((host) => text(0x82, host)), loopback);
  return der(0xa3, sequence(sequence(SUBJECT_ALT_NAME, der(0x04, names))));
}

/**
 * Writes a self-signed certificate for `hosts` and 127.0.0.1, and its key, into `folder`: X.509 v3 (RFC 5280)
 * with P-256, made here because not every machine has openssl.
 */
export function selfSigned(folder: string, hosts: readonly string[] = ['localhost', 'trainoff.test']) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const name = nameOf('Trainoff tests');
  const version3 = der(0xa0, der(0x02, Buffer.from([2])));
  const serial = der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)]));
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const body = sequence(version3, serial, ECDSA_WITH_SHA256, name, validity, name, spki, altNames(hosts));
  const certificate = sequence(body, ECDSA_WITH_SHA256, bits(sign('sha256', body, privateKey)));
  const lines = certificate.toString('base64').replace(/(.{64})/g, '$1\n');
  const cert = join(folder, 'cert.pem');
  const key = join(folder, 'key.pem');
  writeFileSync(cert, `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`);
  writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return { cert, key };
}
