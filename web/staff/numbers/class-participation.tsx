import type { SchoolNumbers } from '../../../server/contract/numbers.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { ProgressBar } from '../ui/progress-bar.tsx';

/** How far each class is: who was asked, agreed, began and finished. */
export function ClassParticipation({ classes }: { classes: SchoolNumbers['classes'] }) {
  return (
    <table class="cards-when-narrow">
      <caption class="unseen">{m.numbers_classes()}</caption>
      <thead>
        <tr>
          <th scope="col">{m.classes_class()}</th>
          <th scope="col" class="number">
            {m.step_pupils()}
          </th>
          <th scope="col" class="number">
            {m.step_consented()}
          </th>
          <th scope="col" class="number">
            {m.step_started()}
          </th>
          <th scope="col">{m.step_submitted()}</th>
        </tr>
      </thead>
      <tbody>
        {classes.map(({ id, name, pupils, consented, started, submitted }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td class="number" data-label={m.step_pupils()}>
              {formatNumber(pupils)}
            </td>
            <td class="number" data-label={m.step_consented()}>
              {formatNumber(consented)}
            </td>
            <td class="number" data-label={m.step_started()}>
              {formatNumber(started)}
            </td>
            <td data-label={m.step_submitted()}>
              <span class="with-bar">
                <ProgressBar done={submitted} of={pupils} />
                {m.n_of({ done: formatNumber(submitted), of: formatNumber(pupils) })}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
