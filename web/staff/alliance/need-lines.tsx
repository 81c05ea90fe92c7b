import { useState } from 'preact/hooks';
import type { AllianceCatalogue, NeedList } from '../../../server/contract/alliance.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useStaff } from '../session/staff-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Empty } from '../ui/empty.tsx';
import { languageWords } from '../ui/language-words.ts';
import { Loaded } from '../ui/loaded.tsx';
import { useGet } from '../ui/use-get.ts';
import { LineTable } from './line-table.tsx';
import { NeedForm } from './need-form.tsx';
import { NeedsFileForm } from './needs-file-form.tsx';

export type LinesProps = {
  year: string;
  names: AllianceCatalogue;
  nameOf: (id: string) => string;
  onChanged: () => void;
};

/** «Which teachers do we ask for?» */
export function NeedLines({ year, names, nameOf, onChanged }: LinesProps) {
  const { me } = useStaff();
  const got = useGet<NeedList>(`/api/alliance/needs?year=${year}`);
  const [open, setOpen] = useState<'one' | 'file' | null>(null);
  const mayWrite = me.role !== 'operator';
  const changed = () => {
    setOpen(null);
    got.reload();
    onChanged();
  };
  return (
    <section class="sheet stack">
      <div class="row spread">
        <h2>{m.al_needs_title()}</h2>
        {mayWrite ? (
          <div class="row">
            <Button look="quiet" onPress={() => setOpen('one')}>
              {m.al_need_add()}
            </Button>
            <Button look="plain" onPress={() => setOpen('file')}>
              {m.al_need_file()}
            </Button>
          </div>
        ) : null}
      </div>
      <Loaded got={got} lines={4}>
        {({ needs }) =>
          needs.length === 0 ? (
            <Empty title={m.al_needs_empty()}>{m.al_needs_empty_next()}</Empty>
          ) : (
            <LineTable
              path="/api/alliance/needs"
              mayChange={mayWrite}
              onChanged={changed}
              lines={needs.map((need) => ({
                id: need.id,
                title: nameOf(need.subject),
                about: `${languageWords[need.language]()} · ${nameOf(need.district)} · ${need.year} · ${need.reason} (${need.askedBy})`,
                count: need.count,
                state: need.state,
              }))}
            />
          )
        }
      </Loaded>
      {open === null ? null : (
        <Dialog title={open === 'one' ? m.al_need_add() : m.al_need_file()} onClose={() => setOpen(null)}>
          {open === 'one' ? (
            <NeedForm year={year} names={names} onDone={changed} />
          ) : (
            <NeedsFileForm onDone={changed} />
          )}
        </Dialog>
      )}
    </section>
  );
}
