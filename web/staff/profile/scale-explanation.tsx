import type { Explanation } from '../../../server/contract/result.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Language } from '../../i18n/language.ts';
import { Loaded } from '../ui/loaded.tsx';
import { useGet } from '../ui/use-get.ts';

/** From the sentence down to the answers it rests on; asked for only when opened, because each look is in the log. */
export function ScaleExplanation({
  pupil,
  sitting,
  scale,
  language,
}: {
  pupil: string;
  sitting: string;
  scale: string;
  language: Language;
}) {
  const path = `/api/pupils/${encodeURIComponent(pupil)}/explanations/${scale}`;
  const got = useGet<Explanation>(`${path}?language=${language}&sitting=${encodeURIComponent(sitting)}`);
  return (
    <Loaded got={got} lines={8}>
      {({ steps, items }) => (
        <div class="stack">
          <ol class="steps">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <ItemTable items={items} />
        </div>
      )}
    </Loaded>
  );
}

function ItemTable({ items }: { items: Explanation['items'] }) {
  return (
    <table class="cards-when-narrow">
      <thead>
        <tr>
          <th scope="col">{m.explain_item()}</th>
          <th scope="col">{m.explain_answer()}</th>
          <th scope="col" class="number">
            {m.explain_counts()}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ item, text, answer, answerLabel, reversed, keyed }) => (
          <tr key={item}>
            <th scope="row" class="item-text">
              {text}
              {reversed ? <span class="small"> {m.explain_reversed()}</span> : null}
            </th>
            <td data-label={m.explain_answer()}>{answer === null ? m.explain_open() : answerLabel}</td>
            <td class="number" data-label={m.explain_counts()}>
              {keyed === null ? '—' : formatNumber(keyed)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
