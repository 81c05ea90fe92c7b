import { useState } from 'preact/hooks';
import type { PupilCard, PupilChange } from '../../../server/contract/roll.schema.ts';
import type { PupilRow } from '../../../server/contract/school.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useStaff } from '../session/staff-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { wrongFields } from '../ui/field-errors.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useGet } from '../ui/use-get.ts';
import { useSend } from '../ui/use-send.ts';
import { type Draft, draftOf, PupilCardFields } from './pupil-card-fields.tsx';
import { PupilHistory } from './pupil-history.tsx';

/** What the list says of a pupil: put right, moved to another class, or gone; each step can be taken back, all are in history. */
export function PupilCardDialog({
  pupil,
  school,
  onChanged,
  onClose,
}: {
  pupil: Pick<PupilRow, 'pid' | 'name'>;
  school: string;
  onChanged: () => void;
  onClose: () => void;
}) {
  const got = useGet<PupilCard>(`/api/pupils/${pupil.pid}/card`);
  return (
    <Dialog title={m.roll_title({ name: pupil.name })} onClose={onClose}>
      <Loaded got={got} lines={6}>
        {(card) => <Card card={card} school={school} onChanged={onChanged} onClose={onClose} />}
      </Loaded>
    </Dialog>
  );
}

type CardProps = { card: PupilCard; school: string; onChanged: () => void; onClose: () => void };

function Card({ card: loaded, school, onChanged, onClose }: CardProps) {
  const { api } = useStaff();
  const [card, setCard] = useState(loaded);
  const [draft, setDraft] = useState<Draft>(draftOf(loaded));
  const [former, setFormer] = useState<PupilChange | null>(null);
  const sending = useSend();
  const put = async (change: PupilChange, back: PupilChange | null): Promise<void> => {
    await sending.run(async () => {
      const saved = await api.send<PupilCard>('PUT', `/api/pupils/${card.pid}/card`, change);
      setCard(saved);
      setDraft(draftOf(saved));
      setFormer(back);
      onChanged();
    });
  };
  const hasLeft = card.leftAt !== null;
  const save = (event: Event) => {
    event.preventDefault();
    const { patronymic } = draft;
    void put(
      { ...draft, patronymic: patronymic.trim() === '' ? null : patronymic.trim() },
      { ...draftOf(card), patronymic: card.patronymic },
    );
  };
  return (
    <>
      {former === null ? null : (
        <Notice tone="good">
          <p>{m.roll_saved()}</p>
          <div>
            <Button look="quiet" busy={sending.isBusy} onPress={() => void put(former, null)}>
              {m.roll_undo()}
            </Button>
          </div>
        </Notice>
      )}
      {hasLeft ? (
        <Notice tone="warn">
          <p>{m.roll_has_left()}</p>
        </Notice>
      ) : null}
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.staff_form_kept()} />}
      <form class="stack" onSubmit={save}>
        <PupilCardFields draft={draft} school={school} wrong={wrongFields(sending.failure)} onChange={setDraft} />
        <p class="small">{card.hasIin ? m.roll_has_iin() : m.roll_no_iin()}</p>
        <div class="row">
          <Button type="submit" busy={sending.isBusy}>
            {m.roll_save()}
          </Button>
          <Button look="quiet" busy={sending.isBusy} onPress={() => void put({ hasLeft: !hasLeft }, { hasLeft })}>
            {hasLeft ? m.roll_back() : m.roll_leave()}
          </Button>
          <Button look="plain" onPress={onClose}>
            {m.staff_close()}
          </Button>
        </div>
      </form>
      <PupilHistory changes={card.changes} />
    </>
  );
}
