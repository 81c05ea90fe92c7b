import type { Container } from '../container.ts';
import { type RetentionPlan, retentionPlan } from '../contract/retention.schema.ts';
import { type SchoolParams, schoolParams } from '../contract/school.schema.ts';
import { shape } from '../contract/shape.ts';
import { noticeDays } from '../domain/retention.ts';
import { endpoint } from '../http/endpoint.ts';

const most = 1000;

export const readRetention = endpoint({
  method: 'get',
  path: '/api/retention',
  summary: 'How long what is kept, and which pupils’ data will go when',
  permission: 'erasure.decide',
  scope: 'none',
  reply: shape<RetentionPlan>(retentionPlan),
  audit: null,
  handle: (stores) => planOf(stores, null),
});

export const readSchoolRetention = endpoint({
  method: 'get',
  path: '/api/schools/:school/retention',
  summary: 'Which pupils’ data of the own school will go when, by class',
  permission: 'school.read',
  scope: { of: 'school', param: 'school' },
  params: shape<SchoolParams>(schoolParams),
  reply: shape<RetentionPlan>(retentionPlan),
  audit: null,
  handle: (stores, { params }) => planOf(stores, params.school),
});

async function planOf(stores: Container, school: string | null): Promise<RetentionPlan> {
  const [days, leaving, job] = await Promise.all([
    stores.retention.days(),
    stores.retention.leaving(school, most),
    stores.jobs.last('retention'),
  ]);
  const rows = await Promise.all(
    leaving.map(async ({ school: id, class: classId, day, pupils }) => {
      const [found, schoolClass] = await Promise.all([stores.catalogue.school(id), stores.catalogue.class(classId)]);
      return { day, school: found?.names ?? { kk: id, ru: id, en: id }, class: schoolClass?.name ?? classId, pupils };
    }),
  );
  return {
    noticeDays,
    periods: stores.retention.purposes.map((purpose) => ({ purpose, days: days[purpose] })),
    lastRunAt: (job?.endedAt ?? job?.startedAt)?.toISOString() ?? null,
    leaving: rows,
  };
}
