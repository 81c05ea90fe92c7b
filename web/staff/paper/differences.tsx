import { m } from '../../i18n/generated/messages.js';
import { Notice } from '../../ui/notice.tsx';
import type { Keyed, PaperRow } from './paper-rows.ts';

type Props = {
  rows: readonly PaperRow[];
  /** The row's number on the form. */
  numberOf: (item: string) => number;
  first: Keyed;
  second: Keyed;
  chosen: ReadonlyMap<string, number | null>;
  onChoose: (item: string, value: number | null) => void;
};

/** Rows in which the two keyings differ: the person looks at the paper and says which of them stands there. */
export function Differences({ rows, numberOf, first, second, chosen, onChoose }: Props) {
  if (rows.length === 0) return <Notice tone="good">{m.paperform_same()}</Notice>;
  return (
    <>
      <Notice tone="warn">{m.paperform_differences({ count: rows.length })}</Notice>
      {rows.map(({ item, words }) => (
        <fieldset key={item} class="stack">
          <legend>
            {numberOf(item)}. {words}
          </legend>
          <div class="row">
            {[first.get(item) ?? null, second.get(item) ?? null].map((value) => (
              <label key={String(value)}>
                <input
                  type="radio"
                  name={`difference-${item}`}
                  checked={chosen.has(item) && chosen.get(item) === value}
                  onChange={() => onChoose(item, value)}
                />{' '}
                {value ?? m.paperform_none()}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </>
  );
}
