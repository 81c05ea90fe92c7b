import { m } from '../i18n/generated/messages.js';
import type { Device } from '../offline/device.ts';
import { Horn } from '../ui/horn.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { CodeForm } from './code-form.tsx';
import { Frame } from './frame.tsx';
import { UnsentHere } from './unsent-here.tsx';

type Props = { isReturn: boolean; device: Promise<Device>; enter: (code: string) => Promise<void> };

/** The door: what this is, in three lines, and the code. */
export function CodePage({ isReturn, device, enter }: Props) {
  const foot = (
    <nav class="row">
      <a href="/guardian">{m.to_guardian()}</a>
      <a href="/staff">{m.to_staff()}</a>
    </nav>
  );
  return (
    <Frame door wide foot={foot}>
      <div class="door">
        <div class="stack">
          <Horn curls={5} />
          <PageTitle quietly>{m.start_title()}</PageTitle>
          <p class="lead">{m.start_lead()}</p>
        </div>
        <Sheet>
          {isReturn ? <Notice>{m.code_again()}</Notice> : null}
          <UnsentHere device={device} />
          <CodeForm label={m.code_label()} enter={enter} />
          <p class="small">{m.code_no_card()}</p>
        </Sheet>
        <ul class="promises">
          <li>{m.start_no_marks()}</li>
          <li>{m.start_pause()}</li>
          {/* Without TLS nothing can be kept here, and the notice says so. */}
          {window.isSecureContext ? <li>{m.start_saved()}</li> : null}
        </ul>
      </div>
    </Frame>
  );
}
