import { render } from 'preact';
import '../ui/look.css';
import './student.css';
import './sitting/sitting.css';
import './sitting/roomy.css';
import { showLanguage } from '../i18n/locale.ts';
import { LaterPage } from './later-page.tsx';
import { StudentApp } from './student-app.tsx';

const isGuardian = /^\/guardian\/?$/.test(location.pathname);

function Entry() {
  if (location.pathname.startsWith('/letter/')) {
    return <LaterPage load={() => import('./letter/letter-page.tsx')} draw={({ LetterPage }) => <LetterPage />} />;
  }
  if (!isGuardian) return <StudentApp />;
  return (
    <LaterPage load={() => import('./guardian/guardian-page.tsx')} draw={({ GuardianPage }) => <GuardianPage />} />
  );
}

showLanguage();
const place = document.getElementById('app');
if (place !== null) render(<Entry />, place);

/** Long enough for the first page to have the line for itself. */
const quietMs = 3000;

// Not while developing: there the page must be the newest.
if (import.meta.env.PROD && !isGuardian) {
  setTimeout(async () => {
    const { bringWorker } = await import('../offline/worker-door.ts').catch(() => ({ bringWorker: null }));
    await bringWorker?.(isNobodyHere);
  }, quietMs);
}

/** The code page, with nothing typed. */
const isNobodyHere = (): boolean => document.querySelector<HTMLInputElement>('.code')?.value === '';
