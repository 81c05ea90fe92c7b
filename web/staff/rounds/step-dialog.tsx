import { useState } from 'preact/hooks';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/text-area.tsx';

/** Asks once more before a step that cannot be undone; with a `label`, for its reason as well. */
export function StepDialog({
  title,
  lead,
  label,
  act,
  isBusy,
  onAct,
  onClose,
}: {
  title: string;
  lead: string;
  label?: string;
  act: string;
  isBusy: boolean;
  onAct: (reason: string) => void;
  onClose: () => void;
}) {
  const [reason, setReason] = useState('');
  const submit = (event: Event) => {
    event.preventDefault();
    if (!isBusy) onAct(reason);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form class="stack" onSubmit={submit}>
        <p>{lead}</p>
        {label === undefined ? null : <TextArea label={label} rows={2} value={reason} onValue={setReason} />}
        <div class="row">
          <Button type="submit" look={label === undefined ? 'danger' : 'main'} busy={isBusy}>
            {act}
          </Button>
          <Button look="plain" onPress={onClose}>
            {m.staff_close()}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
