import { useState } from 'preact/hooks';
import type { ExpertLink, NewExpert, PanelDetail } from '../../../server/contract/panel.schema.ts';
import { formatDay } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useStaff } from '../session/staff-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Empty } from '../ui/empty.tsx';
import { Choice, Field } from '../ui/field.tsx';
import { languageWords } from '../ui/language-words.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';
import { backgroundWords } from './panel-words.ts';

type Expert = PanelDetail['experts'][number];
type Linked = { name: string; link: ExpertLink };

/** Who was asked and how far they are; new links are made here. */
export function ExpertsPart({ panel, onChange }: { panel: PanelDetail; onChange: () => void }) {
  const [linked, setLinked] = useState<Linked | null>(null);
  const isOpen = panel.state === 'first' || panel.state === 'second';
  const hand = (name: string, link: ExpertLink) => {
    setLinked({ name, link });
    onChange();
  };
  return (
    <section class="sheet stack">
      <h2>{m.panel_experts()}</h2>
      {panel.experts.length === 0 ? (
        <Empty title={m.panel_no_experts()}>{m.panel_no_experts_next()}</Empty>
      ) : (
        <table class="cards-when-narrow">
          <thead>
            <tr>
              <th scope="col">{m.panel_expert()}</th>
              <th scope="col">{m.panel_who()}</th>
              <th scope="col">{m.panel_round_first()}</th>
              <th scope="col">{m.panel_round_second()}</th>
              {isOpen ? <th scope="col">{m.panel_link_title()}</th> : null}
            </tr>
          </thead>
          <tbody>
            {panel.experts.map((expert) => (
              <ExpertRow key={expert.id} panel={panel} expert={expert} onLink={hand} onChange={onChange} />
            ))}
          </tbody>
        </table>
      )}
      {panel.state === 'first' ? <InviteForm panel={panel} onLink={hand} /> : null}
      {linked === null ? null : <LinkDialog linked={linked} onClose={() => setLinked(null)} />}
    </section>
  );
}

function ExpertRow({
  panel,
  expert,
  onLink,
  onChange,
}: {
  panel: PanelDetail;
  expert: Expert;
  onLink: (name: string, link: ExpertLink) => void;
  onChange: () => void;
}) {
  const { api } = useStaff();
  const sending = useSend();
  const path = `/api/panels/${panel.id}/experts/${expert.id}`;
  const { id, name, background, language, first, second, firstDone, secondDone } = expert;
  const renew = () =>
    void sending.run(async () => onLink(name, await api.send<ExpertLink>('POST', `${path}/link`, {})));
  const takeBack = () =>
    void sending.run(async () => {
      await api.send<void>('DELETE', path);
      onChange();
    });
  const far = (done: number | null, isDone: boolean) =>
    isDone ? m.panel_finished() : done === null ? m.panel_not_begun() : m.panel_answered({ done, total: panel.total });
  return (
    <tr key={id}>
      <th scope="row">{name}</th>
      <td data-label={m.panel_who()}>
        <span>
          {backgroundWords[background]()}, <span class="soft">{languageWords[language]()}</span>
        </span>
      </td>
      <td data-label={m.panel_round_first()}>{far(first, firstDone)}</td>
      <td data-label={m.panel_round_second()}>{panel.secondAt === null ? '–' : far(second, secondDone)}</td>
      {panel.state === 'first' || panel.state === 'second' ? (
        <td data-label={m.panel_link_title()}>
          {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.staff_nothing_lost()} />}
          <div class="row">
            <button type="button" class="link" onClick={renew}>
              {m.panel_new_link()}
            </button>
            <button type="button" class="link" onClick={takeBack}>
              {m.panel_take_back()}
            </button>
          </div>
        </td>
      ) : null}
    </tr>
  );
}

const backgrounds = ['teacher', 'psychologist', 'university', 'parent', 'former-pupil', 'other'] as const;
const languages = ['kk', 'ru', 'en'] as const;

function InviteForm({ panel, onLink }: { panel: PanelDetail; onLink: (name: string, link: ExpertLink) => void }) {
  const { api } = useStaff();
  const sending = useSend();
  const [draft, setDraft] = useState<NewExpert>({ name: '', background: 'teacher', language: 'kk' });
  const submit = (event: Event) => {
    event.preventDefault();
    void sending.run(async () => {
      const link = await api.send<ExpertLink>('POST', `/api/panels/${panel.id}/experts`, draft);
      onLink(draft.name, link);
      setDraft({ ...draft, name: '' });
    });
  };
  return (
    <form class="stack no-print" onSubmit={submit}>
      <h3>{m.panel_invite()}</h3>
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.staff_form_kept()} />}
      <div class="fields">
        <Field
          label={m.panel_expert_name()}
          value={draft.name}
          onValue={(name) => setDraft({ ...draft, name })}
          input={{ required: true, maxLength: 120 }}
        />
        <Choice
          label={m.panel_who()}
          value={draft.background}
          options={backgrounds.map((one) => [one, backgroundWords[one]()] as const)}
          onValue={(background) => setDraft({ ...draft, background })}
        />
        <Choice
          label={m.panel_expert_language()}
          value={draft.language}
          options={languages.map((one) => [one, languageWords[one]()] as const)}
          onValue={(language) => setDraft({ ...draft, language })}
        />
      </div>
      <div>
        <Button type="submit" busy={sending.isBusy}>
          {m.panel_invite_send()}
        </Button>
      </div>
    </form>
  );
}

function LinkDialog({ linked: { name, link }, onClose }: { linked: Linked; onClose: () => void }) {
  const [isCopied, setCopied] = useState(false);
  const address = `${window.location.origin}/staff/expert#${link.secret}`;
  return (
    <Dialog title={m.panel_link_title()} onClose={onClose}>
      <p>{m.panel_link_lead({ name, day: formatDay(link.until) })}</p>
      <Field label={m.staff_link()} value={address} onValue={() => undefined} />
      <div class="row">
        <Button onPress={() => void navigator.clipboard?.writeText(address).then(() => setCopied(true))}>
          {isCopied ? m.staff_link_copied() : m.staff_link_copy()}
        </Button>
        <Button look="plain" onPress={onClose}>
          {m.staff_close()}
        </Button>
      </div>
    </Dialog>
  );
}
