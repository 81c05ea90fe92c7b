import { m } from '../i18n/generated/messages.js';
import { Notice } from '../ui/notice.tsx';

/** A page without TLS: nothing is kept on the device, and the pupil should know before the line drops. */
export function InsecureNotice() {
  return (
    <Notice tone="warn">
      <p>
        <strong>{m.insecure_title()}</strong>
      </p>
      <p>{m.insecure_lead()}</p>
    </Notice>
  );
}
