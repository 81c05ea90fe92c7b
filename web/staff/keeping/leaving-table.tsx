import type { RetentionPlan } from '../../../server/contract/retention.schema.ts';
import { formatDay, formatInstant, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { useLanguage } from '../../ui/use-language.ts';
import { Empty } from '../ui/empty.tsx';

/** What will go and when, by school and class: announced a month before. */
export function LeavingTable({ plan }: { plan: RetentionPlan }) {
  const language = useLanguage();
  return (
    <section class="sheet stack" aria-label={m.leaving_title()}>
      <h2>{m.leaving_title()}</h2>
      <p>{m.leaving_lead({ days: plan.noticeDays })}</p>
      {plan.leaving.length === 0 ? (
        <Empty title={m.leaving_empty()} />
      ) : (
        <table class="cards-when-narrow">
          <thead>
            <tr>
              <th scope="col">{m.leaving_day()}</th>
              <th scope="col">{m.erasures_school()}</th>
              <th scope="col">{m.leaving_class()}</th>
              <th scope="col" class="number">
                {m.leaving_pupils()}
              </th>
            </tr>
          </thead>
          <tbody>
            {plan.leaving.map(({ day, school, class: name, pupils }) => (
              <tr key={`${day} ${school.kk} ${name}`}>
                <th scope="row">{formatDay(day)}</th>
                <td data-label={m.erasures_school()}>{school[language]}</td>
                <td data-label={m.leaving_class()}>{name}</td>
                <td class="number" data-label={m.leaving_pupils()}>
                  {formatNumber(pupils)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="small">
        {plan.lastRunAt === null ? m.leaving_never_run() : m.leaving_last_run({ at: formatInstant(plan.lastRunAt) })}
      </p>
    </section>
  );
}
