import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { err, ok, type Result } from '#shared/result';
import type { Tls } from './env';
import type { Certificate } from './http/server';

/** Reads the certificate and its key, and tries them; the error is one sentence for the person at the terminal. */
export function readCertificate(tls: Tls | null): Result<Certificate | null, string> {
  if (tls === null) return ok(null);
  try {
    const certificate = { cert: readFileSync(tls.cert, 'utf8'), key: readFileSync(tls.key, 'utf8') };
    createSecureContext(certificate);
    return ok(certificate);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return err(`TLS_CERT and TLS_KEY do not name a PEM certificate and its key (${reason}).`);
  }
}
