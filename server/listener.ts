import { readFileSync, statSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import express from 'express';
import type { TlsFiles } from './config.ts';
import { certificatePage } from './http/certificate-page.ts';

// Node looks for connections past their time every 30 s unless told otherwise: the limits would mean little.
const limits = {
  // Browsers open connections before they need them; on a crowded computer it takes long until something is said on one.
  headersTimeout: 15_000,
  requestTimeout: 15_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 1000,
};

/** The server that listens: with TLS of our own where files for it are named. Throws where the key can be read by others. */
export function makeServer(listener: RequestListener, tls: TlsFiles | null): Server {
  const server =
    tls === null ? createServer(limits, listener) : createTlsServer({ ...limits, ...readTls(tls) }, listener);
  server.maxRequestsPerSocket = 0;
  return server;
}

function readTls({ certificate, key }: TlsFiles): { cert: Buffer; key: Buffer; minVersion: 'TLSv1.2' } {
  if ((statSync(key).mode & 0o077) !== 0) throw new Error(`${key} can be read by others: chmod 600 ${key}`);
  return { cert: readFileSync(certificate), key: readFileSync(key), minVersion: 'TLSv1.2' };
}

/**
 * Beside TLS with a local authority, a plain listener that shows how to install its certificate, and sends everything else to
 * the protected address: before it is installed, a browser warns of the page that would explain it.
 */
export function makePlainServer(authority: string, portOf: () => number): Server {
  const app = express();
  app.disable('x-powered-by');
  app.use(certificatePage(authority));
  app.use((request, response) => {
    const host = (request.headers.host ?? 'localhost').replace(/:\d+$/, '');
    response.redirect(307, `https://${host}:${portOf()}${request.originalUrl}`);
  });
  return createServer(limits, app);
}
