import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Everything a page loads before it can be used: the scripts, the modules they need and the styles its HTML names. */
function loadedBy(page) {
  if (!existsSync(page)) throw new Error(`${page} is missing: build the web first (npm run build:web)`);
  const html = readFileSync(page, 'utf8');
  const addresses = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)];
  return [...addresses.map((address) => `dist/web/${address[1]}`), ...wordsOf('kk')];
}

/** The page fetches the words of one language; Kazakh ones are the longest. */
const wordsOf = (language) =>
  readdirSync('dist/web/assets')
    .filter((file) => file.includes(`words-${language}`))
    .map((file) => `dist/web/assets/${file}`);

export default [
  {
    name: 'pupil: JS and CSS to the first question',
    path: loadedBy('dist/web/student/index.html'),
    limit: '33.2 kB',
    gzip: true,
  },
];
