import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useStaff } from '../session/staff-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Mark } from '../ui/mark.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';

/** One line of the market as its list shows it. */
export type ShownLine = {
  id: string;
  title: string;
  about: ComponentChildren;
  count: number;
  state: 'open' | 'withdrawn';
  taken?: number | null;
};

/** Lines with their counts; whose they are may change the number or take the line back, and back again. */
export function LineTable({
  path,
  heading = m.al_subject(),
  lines,
  mayChange,
  onChanged,
}: {
  path: string;
  /** What the titles of the lines are. */
  heading?: string;
  lines: readonly ShownLine[];
  mayChange: boolean;
  onChanged: () => void;
}) {
  const [changing, setChanging] = useState<ShownLine | null>(null);
  return (
    <>
      <table class="cards-when-narrow">
        <thead>
          <tr>
            <th scope="col">{heading}</th>
            <th scope="col">{m.al_details()}</th>
            <th scope="col" class="number">
              {m.al_count()}
            </th>
            <th scope="col">{m.campaign_state()}</th>
            {mayChange ? (
              <th scope="col">
                <span class="unseen">{m.al_actions()}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">{line.title}</th>
              <td data-label={m.al_details()}>{line.about}</td>
              <td class="number" data-label={m.al_count()}>
                <span>
                  {formatNumber(line.count)}
                  {line.taken === undefined ? null : (
                    <span class="small whole">
                      <br />
                      {line.taken === null ? m.al_taken_few() : m.al_taken({ n: formatNumber(line.taken) })}
                    </span>
                  )}
                </span>
              </td>
              <td data-label={m.campaign_state()}>
                <Mark tone={line.state === 'open' ? 'good' : 'none'}>
                  {line.state === 'open' ? m.al_open() : m.al_withdrawn()}
                </Mark>
              </td>
              {mayChange ? (
                <td class="row-actions">
                  <button type="button" onClick={() => setChanging(line)}>
                    {m.al_change()}
                  </button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
      {changing === null ? null : (
        <ChangeLine
          path={path}
          line={changing}
          onClose={() => setChanging(null)}
          onDone={() => {
            setChanging(null);
            onChanged();
          }}
        />
      )}
    </>
  );
}

function ChangeLine({
  path,
  line,
  onClose,
  onDone,
}: {
  path: string;
  line: ShownLine;
  onClose: () => void;
  onDone: () => void;
}) {
  const { api } = useStaff();
  const { isBusy, failure, run } = useSend();
  const [count, setCount] = useState(String(line.count));
  const put = async (state: 'open' | 'withdrawn') => {
    const done = await run(async () => {
      await api.send('PUT', `${path}/${line.id}`, { state, count: Number(count) });
    });
    if (done) onDone();
  };
  return (
    <Dialog title={line.title} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void put('open');
        }}
      >
        {failure === null ? null : <Trouble failure={failure} safe={m.staff_form_kept()} />}
        <Field
          label={m.al_count()}
          type="number"
          value={count}
          onValue={setCount}
          input={{ required: true, min: 1, max: 10_000 }}
        />
        <p class="small">{m.al_change_hint()}</p>
        <div class="row">
          <Button type="submit" busy={isBusy}>
            {line.state === 'open' ? m.al_save() : m.al_reopen()}
          </Button>
          {line.state === 'open' ? (
            <Button look="quiet" busy={isBusy} onPress={() => void put('withdrawn')}>
              {m.al_withdraw()}
            </Button>
          ) : null}
        </div>
      </form>
    </Dialog>
  );
}
