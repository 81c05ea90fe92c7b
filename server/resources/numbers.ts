import type { Container } from '../container.ts';
import { type SchoolNumbers, schoolNumbers } from '../contract/numbers.schema.ts';
import { type SchoolParams, schoolParams } from '../contract/school.schema.ts';
import { shape } from '../contract/shape.ts';
import { isOpen } from '../domain/consent.ts';
import { Problem } from '../domain/problem.ts';
import { endpoint } from '../http/endpoint.ts';

export const readNumbers = endpoint({
  method: 'get',
  path: '/api/schools/:school/numbers',
  summary: 'The own school in numbers: participation by class; interests and fields as the frozen release tells them',
  permission: 'numbers.read',
  scope: { of: 'school', param: 'school' },
  params: shape<SchoolParams>(schoolParams),
  reply: shape<SchoolNumbers>(schoolNumbers),
  audit: null,
  async handle(stores, { params, now }) {
    const school = await stores.catalogue.school(params.school);
    if (school === null) throw new Problem('not-found');
    const campaign = await stores.catalogue.openCampaign(school.region, school._id, now);
    return {
      school: school.names,
      classes: await classesOf(stores, school._id, campaign?._id ?? null, now),
      release: campaign === null ? null : await releaseOf(stores, campaign._id, school._id),
    };
  },
});

async function classesOf(stores: Container, school: string, campaign: string | null, now: Date) {
  const [classes, pupils] = await Promise.all([stores.catalogue.classesOf(school), stores.pupils.ofSchool(school)]);
  const pids = pupils.map(({ _id }) => _id);
  const [consents, progress] = await Promise.all([
    stores.consents.ofMany(pids),
    campaign === null ? new Map() : stores.sittings.progressOf(campaign, pids),
  ]);
  return classes.map(({ _id, name }) => {
    const own = pupils.filter((pupil) => pupil.class === _id).map((pupil) => pupil._id);
    return {
      id: _id,
      name,
      pupils: own.length,
      consented: own.filter((pid) => isOpen(consents.get(pid) ?? [], 'assessment', now)).length,
      started: own.filter((pid) => progress.has(pid)).length,
      submitted: own.filter((pid) => progress.get(pid)?.state === 'submitted').length,
    };
  });
}

/** The school's own line of the frozen release: what the department reads of it, and not a number more. */
async function releaseOf(stores: Container, campaign: string, school: string): Promise<SchoolNumbers['release']> {
  const latest = await stores.releases.latest(campaign);
  const row = latest?.report.rows.find(({ level, id }) => level === 'school' && id === school);
  if (latest === null || row === undefined) return null;
  const { rows, scales, choices = [] } = latest.report;
  return {
    number: latest.release,
    releasedAt: latest.releasedAt.toISOString(),
    scales,
    choices,
    row,
    cluster: rows.find(({ level, id }) => level === 'cluster' && id === row.cluster) ?? null,
    clusterSchools: row.cluster === null ? 0 : rows.filter(({ cluster }) => cluster === row.cluster).length,
  };
}
