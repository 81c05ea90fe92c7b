import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** SurveyJS as its own guide sets it up, bundled and minified by the same tool as ours; gives the folder. */
export async function buildPeer(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'ustaz-peer-'));
  mkdirSync(join(folder, 'source'));
  // survey-core and survey-js-ui: the peer this bench measures against, never part of the product.
  const script = `import { Model } from 'survey-core';
import 'survey-core/survey-core.css';
import { renderSurvey } from 'survey-js-ui';
const json = await (await fetch('/survey.json')).json();
renderSurvey(new Model(json), document.getElementById('app'));
`;
  writeFileSync(join(folder, 'source/main.js'), script);
  const page =
    '<!doctype html><html lang="kk"><body><div id="app"></div><script type="module" src="./main.js"></script>';
  writeFileSync(join(folder, 'source/index.html'), page);
  const outDir = join(folder, 'built');
  await build({
    root: join(folder, 'source'),
    logLevel: 'error',
    resolve: { alias: [{ find: /^survey-(.*)$/, replacement: join(root, 'node_modules/survey-$1') }] },
    build: { outDir, target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  });
  return outDir;
}
