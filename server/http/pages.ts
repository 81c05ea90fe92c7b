import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, type Router } from 'express';
import { packedAssets } from './packed.ts';

const year = 31_536_000_000;

/**
 * Serves the built pages: hashed assets for a year, the two entries always asked anew. Where everything is simulated the
 * page says so before anyone has signed in: `<html data-demo>`.
 */
export function pages(webFolder: string, isDemo: () => Promise<boolean>): Router {
  const router = express.Router();
  const page = (file: string): RequestHandler => {
    const path = join(webFolder, file);
    return async (_request, response, next) => {
      response.setHeader('Cache-Control', 'no-cache');
      if (!existsSync(path)) return next();
      const html = readFileSync(path, 'utf8');
      response.type('html').send((await isDemo()) ? html.replace('<html', '<html data-demo') : html);
    };
  };
  router.use('/assets', packedAssets(join(webFolder, 'assets')));
  router.use(
    '/assets',
    express.static(join(webFolder, 'assets'), { immutable: true, maxAge: year, index: false, fallthrough: true }),
  );
  router.use(express.static(webFolder, { index: false, maxAge: 0, dotfiles: 'ignore' }));
  router.get(['/', '/guardian', '/guardian/*rest', '/letter/*rest'], page('student/index.html'));
  router.get(['/staff', '/staff/*rest'], page('staff/index.html'));
  return router;
}
