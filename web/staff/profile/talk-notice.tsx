import type { Profile } from '../../../server/contract/school.schema.ts';
import { formatDay } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useStaff } from '../session/staff-context.ts';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';

/** The pupil asked for a talk: it stands here until they have talked. */
export function TalkNotice({ profile: { pid, talkAskedAt }, onEnded }: { profile: Profile; onEnded: () => void }) {
  const { api } = useStaff();
  const sending = useSend();
  if (talkAskedAt === undefined) return null;
  const end = async () => {
    const isSent = await sending.run(() => api.send<void>('DELETE', `/api/pupils/${pid}/talk`));
    if (isSent) onEnded();
  };
  return (
    <Notice>
      <p>{m.talk_since({ day: formatDay(talkAskedAt) })}</p>
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.staff_form_kept()} />}
      <div>
        <Button look="quiet" busy={sending.isBusy} onPress={() => void end()}>
          {m.talk_end()}
        </Button>
      </div>
    </Notice>
  );
}
