import '../ui/look.css';
import './student.css';
import './sitting/sitting.css';
import './sitting/roomy.css';
import { currentLanguage, prepareLanguages, showLanguage } from '../i18n/locale.ts';
import { bringAllWords, wordsOnTheirWay } from '../i18n/words.ts';

const isGuardian = /^\/guardian\/?$/.test(location.pathname);
/** A line that failed is tried again: until the page is there, nobody but the page itself can do it. */
const againMs = 3000;
/** Counted from the moment the page stands there: until then, on a slow line longer, it has the line for itself. */
const quietMs = 3000;

/** The page and the words of its one language come side by side; nothing is drawn before both are there. */
async function begin(): Promise<void> {
  try {
    const [{ drawEntry }] = await Promise.all([import('./entry.tsx'), wordsOnTheirWay(currentLanguage())]);
    const place = document.getElementById('app');
    if (place !== null) drawEntry(place);
    // Not while developing: there the page must be the newest.
    if (import.meta.env.PROD) setTimeout(bringTheRest, quietMs);
  } catch {
    setTimeout(begin, againMs);
  }
}

prepareLanguages(wordsOnTheirWay);
showLanguage();
void begin();

function bringTheRest(): void {
  bringAllWords().catch(() => undefined);
  if (!isGuardian) void bringPageForOffline();
}

async function bringPageForOffline(): Promise<void> {
  const { bringWorker } = await import('../offline/worker-door.ts').catch(() => ({ bringWorker: null }));
  await bringWorker?.(isNobodyHere);
}

/** The code page, with nothing typed. */
const isNobodyHere = (): boolean => document.querySelector<HTMLInputElement>('.code')?.value === '';
