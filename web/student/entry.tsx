import { render } from 'preact';
import { LaterPage } from './later-page.tsx';
import { StudentApp } from './student-app.tsx';

/** The pupil's road, or one of the two pages that a family opens. */
function Entry() {
  if (location.pathname.startsWith('/letter/')) {
    return <LaterPage load={() => import('./letter/letter-page.tsx')} draw={({ LetterPage }) => <LetterPage />} />;
  }
  if (!/^\/guardian\/?$/.test(location.pathname)) return <StudentApp />;
  return (
    <LaterPage load={() => import('./guardian/guardian-page.tsx')} draw={({ GuardianPage }) => <GuardianPage />} />
  );
}

export const drawEntry = (place: HTMLElement): void => render(<Entry />, place);
