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
