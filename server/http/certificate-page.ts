import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import express, { type Router } from 'express';
import { languages } from '../domain/language.ts';
import { certificateWords } from './certificate-words.ts';

/** How to make a computer trust this school's server, in three languages, and the certificate itself. */
export function certificatePage(authorityFile: string | null): Router {
  const router = express.Router();
  const authority = authorityFile === null ? null : readFileSync(authorityFile);
  router.get('/certificate', (_request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'self'; frame-ancestors 'none'");
    response.type('html').send(page(authority));
  });
  router.get('/certificate/style.css', (_request, response) => void response.type('css').send(style));
  if (authority !== null)
    router.get('/certificate/ustaz-school.crt', (_request, response) => {
      response.setHeader('Content-Disposition', 'attachment; filename="ustaz-school.crt"');
      response.type('application/x-x509-ca-cert').send(authority);
    });
  return router;
}

/** What both the page and `ustaz tls` show, so that a person can compare them. */
export const fingerprintOf = (pem: Buffer): string =>
  createHash('sha256')
    .update(new X509Certificate(pem).raw)
    .digest('hex')
    .toUpperCase()
    .replace(/(..)(?=.)/g, '$1:');

function page(authority: Buffer | null): string {
  const parts = languages.map((language) => {
    const words = certificateWords[language];
    const list = words.steps.map(({ where, how }) => `<dt>${where}</dt><dd>${how}</dd>`).join('');
    const file =
      authority === null
        ? `<p>${words.none}</p>`
        : `<p><a href="/certificate/ustaz-school.crt" download>${words.download}</a></p><p>${words.compare}<br><code>${fingerprintOf(authority)}</code></p><dl>${list}</dl><p>${words.after}</p>`;
    return `<section lang="${language}"><h2>${words.title}</h2><p>${words.why}</p>${file}</section>`;
  });
  return `<!doctype html><html lang="kk"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Ұстаз</title><link rel="stylesheet" href="/certificate/style.css"></head><body><h1>Ұстаз</h1>${parts.join('')}</body></html>`;
}

const style = `:root{color-scheme:light dark}body{font:1.0625rem/1.5 system-ui,sans-serif;max-width:42rem;margin:0 auto;padding:1rem}
section{border-top:1px solid;padding-block:1rem}dt{font-weight:600;margin-top:.75rem}dd{margin:0}code{overflow-wrap:anywhere}
a{display:inline-block;padding:.7rem 0;min-height:44px;box-sizing:border-box}`;
