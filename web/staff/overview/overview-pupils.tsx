import { useState } from 'preact/hooks';
import type { ClassOverview } from '../../../server/contract/overview.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Sheet } from '../../ui/sheet.tsx';
import { Mark, type Tone } from '../ui/mark.tsx';

type Pupil = ClassOverview['pupils'][number];
type Order = 'name' | 'completion';

const states: Readonly<Record<Pupil['state'], { tone: Tone; words: (pupil: Pupil) => string }>> = {
  'not-begun': { tone: 'none', words: () => m.overview_not_begun() },
  open: { tone: 'going', words: ({ answered, of }) => m.n_of({ done: formatNumber(answered), of: formatNumber(of) }) },
  submitted: { tone: 'good', words: () => m.overview_done() },
  hidden: { tone: 'warn', words: () => m.overview_hidden() },
};

const standing: Readonly<Record<Pupil['state'], number>> = { 'not-begun': 0, open: 1, hidden: 2, submitted: 3 };

/** Pupils by name or by how far they are, and by nothing else; whoever is chosen is found on every scale. */
export function OverviewPupils({
  pupils,
  chosen,
  onChoose,
}: {
  pupils: readonly Pupil[];
  chosen: string | null;
  onChoose: (pid: string | null) => void;
}) {
  const [order, setOrder] = useState<Order>('name');
  const sorted = order === 'name' ? pupils : [...pupils].sort((a, b) => standing[a.state] - standing[b.state]);
  return (
    <Sheet title={m.overview_pupils()}>
      <p class="soft">{m.overview_choose()}</p>
      <fieldset class="row">
        <legend class="unseen">{m.overview_order()}</legend>
        {(['name', 'completion'] as const).map((one) => (
          <label key={one} class="row">
            <input type="radio" name="order" checked={order === one} onChange={() => setOrder(one)} />
            {one === 'name' ? m.overview_by_name() : m.overview_by_completion()}
          </label>
        ))}
      </fieldset>
      <ul class="overview-pupils">
        {sorted.map((pupil) => (
          <li key={pupil.pid}>
            <button
              type="button"
              class="button plain"
              aria-pressed={chosen === pupil.pid}
              onClick={() => onChoose(chosen === pupil.pid ? null : pupil.pid)}
            >
              {pupil.name}
            </button>
            <Mark tone={states[pupil.state].tone}>{states[pupil.state].words(pupil)}</Mark>
            <a href={`/staff/pupils/${pupil.pid}`}>
              {m.overview_profile()}
              <span class="unseen"> {pupil.name}</span>
            </a>
            {pupil.quality === null || pupil.quality.state === 'valid' ? null : (
              <span class="small">
                <Mark tone="warn">{pupil.quality.label}</Mark> {pupil.flags.join(' ')}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
