import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { ImportPreview, NewImport } from '../../../server/contract/roster.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { currentLanguage } from '../../i18n/locale.ts';
import { createClient } from '../../offline/api.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useStaff } from '../session/staff-context.ts';
import { Field } from '../ui/field.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';
import { DropZone } from './drop-zone.tsx';
import { mostBytes, toBase64 } from './read-file.ts';
import { isOfSeveralSchools, refusalWords } from './refusal-words.ts';
import { saveTemplate } from './template.ts';

/** A list of thousands over a village's line takes its time. */
const uploadMs = 120_000;

/** The file goes up, is read there, and the page of its preview opens; nothing is in the school yet. */
export function LoadFile({ school }: { school: string }) {
  const { session } = useStaff();
  const { route } = useLocation();
  const sending = useSend();
  const [file, setFile] = useState<File | null>(null);
  const [fault, setFault] = useState<'too-big' | 'unreadable' | null>(null);
  const [organisation, setOrganisation] = useState('');
  const load = async (chosen: File) => {
    setFile(chosen);
    setFault(chosen.size > mostBytes ? 'too-big' : null);
    if (chosen.size > mostBytes) return;
    const content = await toBase64(chosen).catch(() => null);
    if (content === null) return setFault('unreadable');
    await sending.run(async () => {
      const api = createClient({
        language: currentLanguage,
        token: session.token,
        renew: session.renew,
        timeoutMs: uploadMs,
      });
      const fresh: NewImport = { fileName: chosen.name.slice(0, 200), content };
      const body = organisation.trim() === '' ? fresh : { ...fresh, organisation: organisation.trim() };
      const { id } = await api.send<ImportPreview>('POST', `/api/schools/${school}/imports`, body);
      route(`/staff/roster/${school}/${id}`);
    });
  };
  const refusal = sending.failure === null ? null : refusalWords(sending.failure);
  return (
    <section class="sheet stack">
      <h2>{m.roster_load_title()}</h2>
      {fault === null ? null : (
        <Notice tone="bad">
          <p>{fault === 'too-big' ? m.roster_too_big() : m.roster_file_unreadable()}</p>
        </Notice>
      )}
      {refusal === null ? null : (
        <Notice tone="bad">
          <p>
            <strong>{m.roster_not_read({ name: file?.name ?? '' })}</strong> {refusal}
          </p>
        </Notice>
      )}
      {sending.failure !== null && refusal === null ? (
        <Trouble failure={sending.failure} safe={m.staff_nothing_lost()} />
      ) : null}
      {isOfSeveralSchools(sending.failure) && file !== null ? (
        <div class="row bottom">
          <Field label={m.roster_organisation()} value={organisation} onValue={setOrganisation} />
          <Button busy={sending.isBusy} onPress={() => void load(file)}>
            {m.retry()}
          </Button>
        </div>
      ) : null}
      <DropZone isBusy={sending.isBusy} onFile={(chosen) => void load(chosen)} />
      <p class="small">
        {m.roster_formats()}{' '}
        <button type="button" class="link" onClick={() => saveTemplate(m.roster_template_name())}>
          {m.roster_template()}
        </button>
      </p>
    </section>
  );
}
