import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { hiddenTogether, isHidden, type Measure, type PlaceCell } from './measures.ts';
import type { PlaceNode } from './place-tree.ts';
import { localityWords } from './place-words.ts';

/** The places in sight; a place that holds others opens and closes by its own button. */
export function PlaceTable({
  places,
  measure,
  open,
  onToggle,
}: {
  places: readonly PlaceNode[];
  measure: Measure;
  open: ReadonlySet<string>;
  onToggle: (id: string) => void;
}) {
  return (
    // A region of its own for the keyboard: a wide table scrolls inside it.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
    <section class="scroll" tabIndex={0} aria-label={m.places_table({ measure: measure.name })}>
      <table class="places">
        <thead>
          <tr>
            <th scope="col">{m.places_place()}</th>
            {measure.heads.map((head) => (
              <th key={head} scope="col" class="number">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((place) => (
            <PlaceLine
              key={place.row.id}
              place={place}
              measure={measure}
              isOpen={open.has(place.row.id)}
              onToggle={onToggle}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function PlaceLine({
  place: { row, depth, children },
  measure,
  isOpen,
  onToggle,
}: {
  place: PlaceNode;
  measure: Measure;
  isOpen: boolean;
  onToggle: (id: string) => void;
}) {
  const language = useLanguage();
  const name = row.name[language];
  const cells = measure.cells(row);
  return (
    <tr class={`level-${row.level}`}>
      <th scope="row">
        <div class={`place depth-${depth}`}>
          {children.length === 0 ? (
            <span class="place-leaf">
              {name} <span class="small">{localityWords(row.locality)}</span>
            </span>
          ) : (
            <button type="button" class="place-toggle" aria-expanded={isOpen} onClick={() => onToggle(row.id)}>
              <Chevron />
              {name}
            </button>
          )}
        </div>
      </th>
      {cells === null ? (
        <td class="hidden-cell" colSpan={measure.heads.length}>
          {row.cluster === null ? m.hidden_distribution() : m.hidden_in_cluster()}
        </td>
      ) : (
        hiddenTogether(cells).map((run, index) => <Cell key={index} run={run} />)
      )}
    </tr>
  );
}

function Cell({ run: [first, ...more] }: { run: readonly [PlaceCell, ...PlaceCell[]] }) {
  if (!isHidden(first)) return <td class="number">{first.words}</td>;
  return (
    <td class="hidden-cell" colSpan={1 + more.length}>
      {more.length === 0 ? first.words : m.hidden_cells()}
    </td>
  );
}

const Chevron = () => (
  <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
    <path
      d="M4 2l4 4-4 4"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>
);
