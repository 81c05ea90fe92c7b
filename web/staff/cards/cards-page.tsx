import { useEffect } from 'preact/hooks';
import type { PupilList, PupilRow } from '../../../server/contract/school.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { Page } from '../ui/page.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { AccessCard } from './access-card.tsx';
import { type Codes, useCodes } from './use-codes.ts';

/** Asks first (new codes kill the old ones), issues, and shows the cards this one time, ready to print. */
export function CardsPage({
  of,
  pupils,
  onDone,
}: {
  of: PupilList['class'];
  pupils: readonly PupilRow[];
  onDone: () => void;
}) {
  const language = useLanguage();
  const codes = useCodes(pupils);
  const hasCards = codes.cards.length > 0;
  useWarningBeforeLeaving(hasCards);
  return (
    <Page
      // Another page for the reader: the title takes the focus from the button that is gone.
      key={hasCards ? 'cards' : 'ask'}
      title={hasCards ? m.cards_title() : m.cards_ask_title()}
      crumbs={
        <button type="button" class="link" onClick={onDone}>
          {m.class_about_short({ name: of.name, school: of.school[language] })}
        </button>
      }
    >
      {codes.failure === null ? null : (
        <Trouble
          failure={codes.failure}
          safe={m.cards_failed({ done: formatNumber(codes.cards.length), left: formatNumber(codes.left.length) })}
          onRetry={codes.issue}
        />
      )}
      {hasCards ? (
        <Issued codes={codes} total={pupils.length} onDone={onDone} />
      ) : (
        <Ask pupils={pupils} codes={codes} onDone={onDone} />
      )}
      <div class="access-cards">
        {codes.cards.map(({ pupil, codes: issued }) => (
          <AccessCard key={pupil.pid} pupil={pupil} codes={issued} of={of} />
        ))}
      </div>
    </Page>
  );
}

function Ask({ pupils, codes, onDone }: { pupils: readonly PupilRow[]; codes: Codes; onDone: () => void }) {
  return (
    <section class="sheet stack">
      <p>{m.cards_ask({ count: formatNumber(pupils.length) })}</p>
      <p class="soft">{pupils.map(({ name }) => name).join(', ')}</p>
      <p>{m.cards_ask_kills()}</p>
      <div class="row">
        <Button busy={codes.isBusy} onPress={codes.issue}>
          {m.cards_issue()}
        </Button>
        <Button look="plain" onPress={onDone}>
          {m.back()}
        </Button>
      </div>
    </section>
  );
}

function Issued({ codes, total, onDone }: { codes: Codes; total: number; onDone: () => void }) {
  return (
    <div class="stack no-print">
      <Notice tone="warn">
        <p>
          <strong>{m.cards_once()}</strong> {m.cards_how()}
        </p>
      </Notice>
      <p role="status" class="small">
        {m.cards_progress({ done: formatNumber(codes.cards.length), of: formatNumber(total) })}
      </p>
      <div class="row">
        <Button busy={codes.isBusy} onPress={() => window.print()}>
          {m.cards_print()}
        </Button>
        <Button look="quiet" busy={codes.isBusy} onPress={onDone}>
          {m.cards_done()}
        </Button>
      </div>
    </div>
  );
}

/** Codes are shown once: closing the tab before they are printed would lose them. */
function useWarningBeforeLeaving(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const warn = (event: Event) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isOn]);
}
