import { useState } from 'preact/hooks';
import { formatDay } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import type { Linked } from './staff-page.tsx';

/** The one-time link, to be handed over: it is shown here and nowhere else. */
export function LinkDialog({ linked: { invitation, name }, onClose }: { linked: Linked; onClose: () => void }) {
  const [isCopied, setCopied] = useState(false);
  const link = `${window.location.origin}/staff/invitation#${invitation.secret}`;
  return (
    <Dialog title={m.staff_link_title()} onClose={onClose}>
      <p>{m.staff_link_lead({ name, day: formatDay(invitation.expiresAt) })}</p>
      <Field label={m.staff_link()} value={link} onValue={() => undefined} />
      <div class="row">
        <Button
          onPress={() => {
            void navigator.clipboard?.writeText(link).then(() => setCopied(true));
          }}
        >
          {isCopied ? m.staff_link_copied() : m.staff_link_copy()}
        </Button>
        <Button look="plain" onPress={onClose}>
          {m.staff_close()}
        </Button>
      </div>
    </Dialog>
  );
}
