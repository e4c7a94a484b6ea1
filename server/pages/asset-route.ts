import { readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { OtherBuilds } from './other-builds';
import type { PageFile } from './page-files';

/** What a build's files are. */
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};

const unpacked = promisify(gunzip);

const takesGzip = ({ headers }: FastifyRequest): boolean => /\bgzip\b/.test(headers['accept-encoding'] ?? '');

async function send(request: FastifyRequest, reply: FastifyReply, { name, body, gzipped }: PageFile) {
  const packed = gzipped && takesGzip(request);
  if (packed) reply.header('content-encoding', 'gzip');
  reply.type(TYPES[extname(name)] ?? 'application/octet-stream').header('vary', 'accept-encoding');
  return reply.send(gzipped && !packed ? await unpacked(body) : body);
}

/**
 * Answers for files under assets/: this build's from its folder, and those of other builds, whose pages are still open in
 * somebody's hand or have just been handed out by another server, from where all servers keep theirs.
 */
export function assetRoute(app: FastifyInstance, folder: string, others: OtherBuilds, forever: string): void {
  const own = new Set(readdirSync(join(folder, 'assets')));
  app.get<{ Params: { name: string } }>('/assets/:name', async (request, reply) => {
    const { name } = request.params;
    if (own.has(name)) return reply.sendFile(`assets/${name}`);
    const found = await others.find(name);
    if (!found) return reply.callNotFound();
    return send(request, reply.header('cache-control', forever), found);
  });
}
