import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';

/** The last line of a form in a dialog: sending it, in words of its own, and closing. */
export function FormEnd({ send, isBusy, onClose }: { send: string; isBusy: boolean; onClose: () => void }) {
  return (
    <div class="row">
      <Button type="submit" busy={isBusy}>
        {send}
      </Button>
      <Button look="plain" onPress={onClose}>
        {m.staff_close()}
      </Button>
    </div>
  );
}
