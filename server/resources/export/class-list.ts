import type { Container } from '../../container.ts';
import { type ClassListQuery, classListQuery } from '../../contract/export.schema.ts';
import { type SchoolParams, schoolParams } from '../../contract/school.schema.ts';
import { shape } from '../../contract/shape.ts';
import { consentState } from '../../domain/consent.ts';
import { Problem } from '../../domain/problem.ts';
import { endpoint, FileReply, xlsx } from '../../http/endpoint.ts';
import { classListRows, type ListedPupil } from '../../report/export/class-list.ts';
import { byteOrderMark, csvLine } from '../../report/export/csv.ts';
import { xlsxOf } from '../../report/export/xlsx.ts';

export const exportClassList = endpoint({
  method: 'get',
  path: '/api/schools/:school/class-list.csv',
  summary: 'The own school’s class list with how far each pupil is, as CSV; it can be imported again',
  permission: 'pupil.read',
  scope: { of: 'school', param: 'school' },
  params: shape<SchoolParams>(schoolParams),
  query: shape<ClassListQuery>(classListQuery),
  reply: { file: 'text/csv' },
  audit: { action: 'export.class-list', target: 'school' },
  async handle(stores, { params, query, language, now }) {
    const rows = await rowsOf(stores, params.school, query, query.language ?? language, now);
    const separator = query.separator ?? 'semicolon';
    const text = byteOrderMark + rows.map((row) => csvLine(row, separator)).join('');
    return new FileReply('class-list.csv', Buffer.from(text, 'utf8'));
  },
});

export const exportClassListXlsx = endpoint({
  method: 'get',
  path: '/api/schools/:school/class-list.xlsx',
  summary: 'The own school’s class list with how far each pupil is, as a spreadsheet; it can be imported again',
  permission: 'pupil.read',
  scope: { of: 'school', param: 'school' },
  params: shape<SchoolParams>(schoolParams),
  query: shape<ClassListQuery>(classListQuery),
  reply: { file: xlsx },
  audit: { action: 'export.class-list', target: 'school' },
  async handle(stores, { params, query, language, now }) {
    const rows = await rowsOf(stores, params.school, query, query.language ?? language, now);
    return new FileReply('class-list.xlsx', await xlsxOf([{ name: 'Ustaz', rows }]));
  },
});

async function rowsOf(
  stores: Container,
  school: string,
  query: ClassListQuery,
  language: 'kk' | 'ru' | 'en',
  now: Date,
) {
  return classListRows(await listOf(stores, school, query.class ?? null, now), language);
}

/** Everyone of a school or of one of its classes, by class and name; a class of another school is not found. */
async function listOf(stores: Container, id: string, only: string | null, now: Date): Promise<ListedPupil[]> {
  const [school, classes, all] = await Promise.all([
    stores.catalogue.school(id),
    stores.catalogue.classesOf(id),
    stores.pupils.ofSchool(id),
  ]);
  if (school === null || (only !== null && !classes.some(({ _id }) => _id === only))) throw new Problem('not-found');
  const pupils = only === null ? all : all.filter((pupil) => pupil.class === only);
  const pids = pupils.map(({ _id }) => _id);
  const campaign = await stores.catalogue.openCampaign(school.region, school._id, now);
  const [identities, consents, sittings] = await Promise.all([
    stores.identities.ofMany(pids),
    stores.consents.ofMany(pids),
    campaign === null ? [] : stores.sittings.ofCampaignPupils(campaign._id, pids),
  ]);
  const names = new Map(classes.map(({ _id, name }) => [_id, name]));
  const sat = new Map(sittings.map((sitting) => [sitting.pid, sitting]));
  return pupils
    .flatMap((pupil): ListedPupil[] => {
      const identity = identities.get(pupil._id);
      if (identity === undefined) return [];
      const { familyName, givenName, patronymic = null, birthDate, ownId = null } = identity;
      const events = consents.get(pupil._id) ?? [];
      const sitting = sat.get(pupil._id);
      return [
        {
          ownId,
          familyName,
          givenName,
          patronymic,
          birthDate,
          sex: pupil.sex,
          class: names.get(pupil.class) ?? '',
          language: pupil.language,
          guardian: consentState(events, 'assessment', 'guardian', now),
          pupil: consentState(events, 'assessment', 'pupil', now),
          state: sitting?.state ?? 'new',
          submittedAt: sitting?.submittedAt?.toISOString() ?? null,
        },
      ];
    })
    .sort(
      (a, b) =>
        a.class.localeCompare(b.class, 'kk', { numeric: true }) || a.familyName.localeCompare(b.familyName, 'kk'),
    );
}
