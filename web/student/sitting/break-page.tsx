import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { Steppe } from '../steppe.tsx';
import { useEnter } from './lead-page.tsx';
import { useBackKey } from './use-keys.ts';

type Props = { minutes: number; left: number; onward: () => void; onBack: () => void; onLeave: () => void };

/** Between two parts: an invitation to stand up, or to go on another day with the same code. */
export function BreakPage({ minutes, left, onward, onBack, onLeave }: Props) {
  useBackKey(true, onBack);
  useEnter(onward);
  return (
    <>
      <PageTitle>{m.break_title()}</PageTitle>
      <p>{minutes > 0 ? m.break_lead({ minutes }) : m.break_short()}</p>
      <ul class="points">
        <li>{m.break_window()}</li>
        <li>{m.break_water()}</li>
        <li>{m.break_stretch()}</li>
      </ul>
      <p class="soft">{m.break_left({ minutes: left })}</p>
      <div class="stack choices">
        <Button wide onPress={onward}>
          {m.break_on()}
        </Button>
        <Button wide look="quiet" onPress={onLeave}>
          {m.break_stop()}
        </Button>
      </div>
      <p class="small">{m.break_code()}</p>
      <Steppe />
    </>
  );
}
