import type { ClassList } from '../../../server/contract/school.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';

import { useLanguage } from '../../ui/use-language.ts';
import { ClassListExport } from '../export/class-list-export.tsx';
import { SchoolNotice } from '../keeping/school-notice.tsx';
import { AddClass } from '../roll/add-class.tsx';
import { useStaff } from '../session/staff-context.ts';
import { Empty } from '../ui/empty.tsx';
import { languageWords } from '../ui/language-words.ts';
import { formatLastDay } from '../ui/last-day.ts';
import { Loaded } from '../ui/loaded.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { useGet } from '../ui/use-get.ts';
import { compareNames } from './compare-names.ts';

/** The classes of one school, each with how far it is. */
export function SchoolClasses({ school }: { school: string }) {
  const { me } = useStaff();
  const list = useGet<ClassList>(`/api/schools/${school}/classes`);
  const isWhole = me.whole.includes(school);
  return (
    <Loaded got={list} lines={5}>
      {(found) => (
        <section class="sheet stack">
          <SchoolHead found={found} />
          {isWhole ? <SchoolNotice school={school} /> : null}
          {isWhole ? <AddClass school={school} onAdded={list.reload} /> : null}
          {found.classes.length === 0 ? (
            <Empty title={m.classes_empty()}>{m.classes_empty_next()}</Empty>
          ) : (
            <ClassTable classes={found.classes} />
          )}
          {found.classes.length === 0 || !isWhole ? null : <ClassListExport school={school} classes={found.classes} />}
        </section>
      )}
    </Loaded>
  );
}

function SchoolHead({ found: { school, campaign } }: { found: ClassList }) {
  const language = useLanguage();
  return (
    <div>
      <h2>{school.name[language]}</h2>
      <p class="small">
        {campaign === null
          ? m.classes_no_campaign()
          : m.classes_campaign({ title: campaign.title[language], day: formatLastDay(campaign.closesAt) })}
      </p>
    </div>
  );
}

function ClassTable({ classes }: { classes: ClassList['classes'] }) {
  const inOrder = [...classes].sort((a, b) => compareNames(a.name, b.name));
  return (
    <table class="cards-when-narrow">
      <thead>
        <tr>
          <th scope="col">{m.classes_class()}</th>
          <th scope="col">{m.language()}</th>
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
        {inOrder.map((row) => (
          <ClassRow key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function ClassRow({ row }: { row: ClassList['classes'][number] }) {
  const { id, name, language, pupils, consented, started, submitted } = row;
  return (
    <tr>
      <th scope="row">
        <a href={`/staff/classes/${id}`}>{name}</a>
      </th>
      <td class="wide-only" data-label={m.language()}>
        {languageWords[language]()}
      </td>
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
  );
}
