import { useRef, useState } from 'preact/hooks';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import type { Keyed, PaperRow } from './paper-rows.ts';

type Props = { title: string; next: string; rows: readonly PaperRow[]; onDone: (keyed: Keyed) => void };

/** One keying of a form, by the keyboard alone: a digit that the row allows goes on to the next row. */
export function KeyIn({ title, next, rows, onDone }: Props) {
  const [keyed, setKeyed] = useState<Keyed>(new Map());
  const [reached, setReached] = useState(0);
  const list = useRef<HTMLOListElement>(null);
  const go = (index: number) => {
    const fields = list.current?.querySelectorAll('input');
    const field = fields?.[index];
    if (field === undefined) list.current?.parentElement?.querySelector<HTMLButtonElement>('button')?.focus();
    field?.focus();
    field?.scrollIntoView({ block: 'nearest' });
    setReached((known) => Math.max(known, index));
  };
  const onKey = (event: KeyboardEvent, index: number, { item, points }: PaperRow) => {
    const { key } = event;
    if (key === 'ArrowUp' || key === 'ArrowDown') {
      event.preventDefault();
      go(Math.max(0, index + (key === 'ArrowUp' ? -1 : 1)));
      return;
    }
    if (key === 'Tab' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (key === 'Enter') return go(index + 1);
    const isBlank = key === ' ' || key === 'Backspace' || key === 'Delete';
    const value = /^[0-9]$/.test(key) ? Number(key) : null;
    if (!isBlank && (value === null || !points.includes(value))) return;
    const after = new Map(keyed);
    if (value === null) after.delete(item);
    else after.set(item, value);
    setKeyed(after);
    go(index + (key === 'Backspace' ? -1 : 1));
  };
  return (
    <section class="stack" aria-label={title}>
      <h3>{title}</h3>
      <span class="with-bar">
        <ProgressBar done={reached} of={rows.length} />
        {m.paperform_progress({ done: formatNumber(keyed.size), of: formatNumber(rows.length) })}
      </span>
      <ol class="keying" ref={list}>
        {rows.map((row, index) => (
          <li key={row.item}>
            <label>
              <span>
                {index + 1}. {row.words}
              </span>
              <input
                class="input"
                inputMode="numeric"
                autocomplete="off"
                value={keyed.get(row.item) ?? ''}
                placeholder={row.points.join(' ')}
                onKeyDown={(event) => onKey(event, index, row)}
                onInput={(event) => {
                  event.currentTarget.value = String(keyed.get(row.item) ?? '');
                }}
              />
            </label>
          </li>
        ))}
      </ol>
      <div>
        <Button onPress={() => onDone(keyed)}>{next}</Button>
      </div>
    </section>
  );
}
