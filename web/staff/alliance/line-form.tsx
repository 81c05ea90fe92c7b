import type { ComponentChildren } from 'preact';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useStaff } from '../session/staff-context.ts';
import { Field } from '../ui/field.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';

type Counted = { year: number; count: number };

/** The form of a new line of the Alliance's table: its own fields, the year and how many, then what sends it. */
export function LineForm<Draft extends Counted>({
  path,
  draft,
  onDraft,
  bodyOf,
  send,
  before,
  after,
  children,
  onDone,
}: {
  path: string;
  draft: Draft;
  onDraft: (change: Counted) => void;
  /** What is sent of the draft. */
  bodyOf: (draft: Draft) => unknown;
  /** What the button says. */
  send: string;
  before?: ComponentChildren;
  after?: ComponentChildren;
  children: ComponentChildren;
  onDone: () => void;
}) {
  const { api } = useStaff();
  const { isBusy, failure, run } = useSend();
  const { year, count } = draft;
  const submit = async (event: Event) => {
    event.preventDefault();
    if (await run(async () => void (await api.send('POST', path, bodyOf(draft))))) onDone();
  };
  return (
    <form class="stack" onSubmit={submit}>
      {failure === null ? null : <Trouble failure={failure} safe={m.staff_form_kept()} />}
      {before}
      <div class="fields">
        {children}
        <Field
          label={m.al_year()}
          type="number"
          value={String(year)}
          onValue={(value) => onDraft({ year: Number(value), count })}
          input={{ required: true, min: 2024, max: 2100 }}
        />
        <Field
          label={m.al_count()}
          type="number"
          value={String(count)}
          onValue={(value) => onDraft({ year, count: Number(value) })}
          input={{ required: true, min: 1, max: 10_000 }}
        />
      </div>
      {after}
      <div class="row">
        <Button type="submit" busy={isBusy}>
          {send}
        </Button>
      </div>
    </form>
  );
}
