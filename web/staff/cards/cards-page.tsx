import { useEffect } from 'preact/hooks';
import type { PupilList, PupilRow } from '../../../server/contract/school.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { Page } from '../ui/page.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { CodeTable } from './code-table.tsx';
import { PrintCodes } from './print-codes.tsx';
import { type Codes, useClassCodes } from './use-class-codes.ts';

/** Codes for those who have none, made at once and shown this one time; for the others only when asked, as it kills theirs. */
export function CardsPage({
  of,
  pupil,
  onDone,
}: {
  of: PupilList['class'];
  /** One pupil; null: the whole class. */
  pupil: PupilRow | null;
  onDone: () => void;
}) {
  const language = useLanguage();
  const codes = useClassCodes(of.id, pupil?.pid ?? null);
  const hasCodes = codes.made.length > 0;
  useWarningBeforeLeaving(hasCodes);
  return (
    <Page
      // Another page for the reader: the title takes the focus from the button that is gone.
      key={hasCodes ? 'codes' : 'none'}
      title={hasCodes ? m.codes_title() : m.codes_none_title()}
      crumbs={
        <button type="button" class="link" onClick={onDone}>
          {m.class_about_short({ name: of.name, school: of.school[language] })}
        </button>
      }
    >
      {codes.sending.failure === null ? null : (
        <Trouble
          failure={codes.sending.failure}
          safe={m.codes_failed()}
          {...(codes.untouched === null ? { onRetry: () => codes.make('without') } : {})}
        />
      )}
      {hasCodes ? <Made of={of} codes={codes} onDone={onDone} /> : null}
      {(codes.untouched ?? 0) > 0 ? <Kept codes={codes} pupil={pupil} onDone={onDone} /> : null}
      {codes.sending.isBusy && !hasCodes ? <p role="status">{m.codes_making()}</p> : null}
    </Page>
  );
}

function Made({ of, codes, onDone }: { of: PupilList['class']; codes: Codes; onDone: () => void }) {
  return (
    <section class="sheet stack">
      <Notice tone="warn">
        <p>
          <strong>{m.cards_once()}</strong> {m.codes_how()}
        </p>
      </Notice>
      <PrintCodes of={of} codes={codes.made} />
      <CodeTable codes={codes.made} />
      <div>
        <Button look="quiet" busy={codes.sending.isBusy} onPress={onDone}>
          {m.cards_done()}
        </Button>
      </div>
    </section>
  );
}

/** Those whose codes work already. */
function Kept({ codes, pupil, onDone }: { codes: Codes; pupil: PupilRow | null; onDone: () => void }) {
  return (
    <section class="sheet stack">
      <p>
        {pupil === null
          ? m.codes_kept({ count: formatNumber(codes.untouched ?? 0) })
          : m.codes_kept_one({ name: pupil.name })}
      </p>
      <p class="soft">{m.cards_ask_kills()}</p>
      <div class="row">
        <Button look="danger" busy={codes.sending.isBusy} onPress={() => codes.make('all')}>
          {pupil === null ? m.codes_make_all() : m.codes_make_again()}
        </Button>
        <Button look="plain" onPress={onDone}>
          {m.back()}
        </Button>
      </div>
    </section>
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
