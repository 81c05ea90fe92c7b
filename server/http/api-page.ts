import { describeProblem, problemSlugs } from '../domain/problem.ts';
import type { Endpoint } from './endpoint.ts';

/** The page at /api: every endpoint readable, without a script. Its style is at /api/page.css. */
export function apiPage(endpoints: readonly Endpoint[]): string {
  const groups = grouped(endpoints);
  const sections = [...groups]
    .map(([tag, list]) => `<section><h2>${escapeHtml(tag)}</h2>${list.map(entry).join('')}</section>`)
    .join('');
  const problems = problemSlugs()
    .map(
      (slug) =>
        `<tr id="problem-${slug}"><td>${slug}</td><td>${describeProblem(slug, 'en').status}</td><td>${escapeHtml(describeProblem(slug, 'en').title)}</td></tr>`,
    )
    .join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Ustaz API</title><link rel="stylesheet" href="/api/page.css"></head><body><main><h1>Ustaz API</h1>
<p>JSON over HTTP. The same as a document: <a href="/api/openapi.json">OpenAPI 3.1</a>.</p>${sections}
<section><h2>Problems</h2><div class="wide" tabindex="0"><table><thead><tr><th scope="col">slug</th><th scope="col">status</th><th scope="col">what it says</th></tr></thead><tbody>${problems}</tbody></table></div></section></main></body></html>`;
}

function grouped(endpoints: readonly Endpoint[]): Map<string, Endpoint[]> {
  const groups = new Map<string, Endpoint[]>();
  for (const endpoint of endpoints) {
    const tag = endpoint.path.split('/')[2] ?? 'api';
    groups.set(tag, [...(groups.get(tag) ?? []), endpoint]);
  }
  return groups;
}

function entry(endpoint: Endpoint): string {
  const scope = endpoint.scope === 'none' ? '' : ` · reach: ${endpoint.scope.of}`;
  const schemas = [
    ['Parameters', endpoint.params],
    ['Query', endpoint.query],
    ['Body', endpoint.body],
    ['Reply', endpoint.reply !== null && 'file' in endpoint.reply ? null : endpoint.reply],
  ] as const;
  const shown = schemas
    .filter(([, shape]) => shape !== undefined && shape !== null)
    .map(
      ([name, shape]) =>
        `<h3>${name}</h3><pre tabindex="0">${escapeHtml(JSON.stringify(shape?.schema, null, 1))}</pre>`,
    )
    .join('');
  return `<details><summary><code>${endpoint.method.toUpperCase()} ${escapeHtml(endpoint.path)}</code> ${escapeHtml(endpoint.summary)}</summary>
<p>Permission: <code>${endpoint.permission}</code>${scope}${endpoint.audit === null ? '' : ' · leaves an audit line'}</p>${shown}</details>`;
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export const apiPageStyle = `:root{color-scheme:light dark}body{margin:0;font:16px/1.5 system-ui,sans-serif;background:#fbf9f4;color:#17212b}
main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem}summary{padding:.6rem 0;cursor:pointer}code{color:#0b6f7a;overflow-wrap:anywhere}
pre{background:#fff;border:1px solid #e2ddd2;border-radius:10px;padding:1rem;overflow:auto;max-height:24rem}details{border-bottom:1px solid #e2ddd2}
table{border-collapse:collapse}td,th{padding:.4rem 1rem .4rem 0;text-align:left;border-bottom:1px solid #e2ddd2}.wide{overflow-x:auto}a{color:#0b6f7a}
@media (prefers-color-scheme:dark){body{background:#10171c;color:#e9eef0}pre{background:#172026;border-color:#2a363d}code,a{color:#58c4cc}}`;
