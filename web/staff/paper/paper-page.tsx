import { useRoute } from 'preact-iso/router';
import type { InstrumentText } from '../../../instruments/schema/text.schema.ts';
import type { InstrumentForm } from '../../../server/contract/instrument.schema.ts';
import type { PaperDesk } from '../../../server/contract/paper.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Notice } from '../../ui/notice.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { useGet } from '../ui/use-get.ts';
import { KeyTwice } from './key-twice.tsx';
import { paperRows } from './paper-rows.ts';
import { PrintForm } from './print-form.tsx';

/** «How does this pupil take it on paper?» Print the form; when it is filled in, key it in twice. */
export function PaperPage() {
  const { params } = useRoute();
  const pid = params.pupil ?? '';
  const got = useGet<PaperDesk>(`/api/pupils/${encodeURIComponent(pid)}/paper`);
  return (
    <Page
      title={m.paperform_title({ name: got.value?.name ?? '…' })}
      crumbs={<a href={`/staff/pupils/${encodeURIComponent(pid)}`}>{m.profile_title()}</a>}
      lead={got.value === null ? <p class="waiting short" /> : <p>{got.value.class}</p>}
    >
      <Loaded got={got} lines={6}>
        {(desk) => (
          <div class="stack wide-gap">
            <PrintForm pid={pid} desk={desk} />
            <section class="sheet stack">
              <h2>{m.paperform_key_title()}</h2>
              {desk.state === 'ready' ? <Keying pid={pid} desk={desk} /> : <Notice>{notReady[desk.state]()}</Notice>}
            </section>
          </div>
        )}
      </Loaded>
    </Page>
  );
}

const notReady = {
  'consent-missing': m.paperform_consent,
  begun: m.paperform_begun,
  submitted: m.paperform_submitted,
};

function Keying({ pid, desk }: { pid: string; desk: PaperDesk }) {
  const { instrument, instrumentVersion, language } = desk;
  const form = useGet<InstrumentForm>(`/api/instruments/${instrument}/${instrumentVersion}`);
  const text = useGet<InstrumentText>(`/api/instruments/${instrument}/${instrumentVersion}/texts/${language}`);
  return (
    <>
      <p>{m.paperform_key_lead()}</p>
      <Loaded got={form} lines={6}>
        {(asked) => (
          <Loaded got={text} lines={6}>
            {(words) => <KeyTwice pid={pid} language={language} rows={paperRows(desk.items, asked, words)} />}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}
