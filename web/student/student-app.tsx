import { m } from '../i18n/generated/messages.js';
import { Button } from '../ui/button.tsx';
import { useLanguage } from '../ui/use-language.ts';
import { AssentPage } from './assent-page.tsx';
import { CodePage } from './code-page.tsx';
import { ConfirmPage } from './confirm-page.tsx';
import { LaterPage } from './later-page.tsx';
import { DeskPage } from './sitting/desk-page.tsx';
import { TextSize } from './text-size.tsx';
import { type Road, useRoad } from './use-road.ts';

/** The pupil's road: one screen at a time, each decided by the session. */
export function StudentApp() {
  const language = useLanguage();
  const road = useRoad();
  const { screen, session } = road;
  if (screen === 'left') {
    return (
      <LaterPage
        key={screen}
        load={() => import('./left-page.tsx')}
        draw={({ LeftPage }) => <LeftPage unsent={road.unsent} onHome={road.toStart} />}
      />
    );
  }
  if (screen === 'code' || session === null)
    return <CodePage key={road.visit} isReturn={road.isReturn} device={road.device} enter={road.enter} />;

  const demo = session.campaign.demo;
  switch (screen) {
    case 'confirm':
      return <ConfirmPage session={session} language={language} onYes={road.confirm} onNo={road.leave} />;
    case 'consent':
      return (
        <LaterPage
          key={screen}
          load={() => import('./consent-page.tsx')}
          draw={({ ConsentPage }) => (
            <ConsentPage session={session} checkedAt={road.checkedAt} onCheck={road.checkAgain} onLeave={road.leave} />
          )}
        />
      );
    case 'assent':
      return (
        <AssentPage api={road.api} language={language} demo={demo} onAgreed={road.agreed} onRefused={road.refused} />
      );
    case 'declined':
      return (
        <LaterPage
          key={screen}
          load={() => import('./declined-page.tsx')}
          draw={({ DeclinedPage }) => (
            <DeclinedPage demo={demo} isNoted={road.isRefusalNoted} onBack={road.reconsider} onLeave={road.leave} />
          )}
        />
      );
    case 'sitting':
      return <DeskPage road={road} session={session} language={language} foot={<Foot road={road} />} />;
    case 'result':
      return (
        <LaterPage
          key={screen}
          load={() => import('./result/result-page.tsx')}
          draw={({ ResultPage }) => (
            <ResultPage
              api={road.api}
              session={session}
              language={language}
              foot={<Foot road={road} />}
              onEnded={road.askCodeAgain}
            />
          )}
        />
      );
  }
}

/** Whose page this is, and the way off it: on a shared computer always in sight. */
function Foot({ road }: { road: Road }) {
  return (
    <div class="row">
      <strong>{road.session?.pupil.firstName}</strong>
      <TextSize />
      <Button look="plain" onPress={road.leave}>
        {m.confirm_no()}
      </Button>
      <Button look="plain" onPress={road.leave}>
        {m.finish()}
      </Button>
    </div>
  );
}
