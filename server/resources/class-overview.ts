import type { Container } from '../container.ts';
import { type ClassOverview, classOverview, type OverviewQuery, overviewQuery } from '../contract/overview.schema.ts';
import { type ClassParams, classParams } from '../contract/school.schema.ts';
import { shape } from '../contract/shape.ts';
import { classScales } from '../domain/class-overview.ts';
import { isOpen } from '../domain/consent.ts';
import type { Language } from '../domain/language.ts';
import { qualityWords } from '../domain/quality-words.ts';
import { endpoint } from '../http/endpoint.ts';
import type { ResultDocument } from '../store/results.ts';
import type { SittingDocument } from '../store/sitting-document.ts';
import { classAndSchool } from './classes.ts';

export const readClassOverview = endpoint({
  method: 'get',
  path: '/api/classes/:class/overview',
  summary: 'A class at a glance: how far each pupil is, quality of answers, a dot for each result on each scale',
  permission: 'class.read',
  scope: { of: 'class', param: 'class' },
  params: shape<ClassParams>(classParams),
  query: shape<OverviewQuery>(overviewQuery),
  reply: shape<ClassOverview>(classOverview),
  audit: { action: 'class.overview', target: 'class' },
  async handle(stores, { params, query, now }) {
    const { schoolClass, school } = await classAndSchool(stores, params.class);
    const pupils = await stores.pupils.ofClass(schoolClass._id);
    const pids = pupils.map(({ _id }) => _id);
    const campaign = await stores.catalogue.openCampaign(school.region, school._id, now);
    const [identities, consents, sittings] = await Promise.all([
      stores.identities.ofMany(pids),
      stores.consents.ofMany(pids),
      campaign === null ? [] : stores.sittings.ofCampaignPupils(campaign._id, pids),
    ]);
    const newest = new Map(sittings.map((sitting) => [sitting.pid, sitting]));
    const shown = sittings.filter(
      ({ pid, state }) => state === 'submitted' && isOpen(consents.get(pid) ?? [], 'assessment', now),
    );
    const results = await resultsOf(stores, shown);
    const rows = pupils.map(({ _id: pid }) => {
      const identity = identities.get(pid);
      const name = identity === undefined ? '—' : `${identity.familyName} ${identity.givenName}`;
      return { pid, name, ...standing(stores, newest.get(pid), results.get(pid), query.language) };
    });
    return {
      class: { id: schoolClass._id, name: schoolClass.name, school: school.names },
      demo: school.demo,
      pupils: rows.sort((a, b) => a.name.localeCompare(b.name, 'kk')),
      scales: scalesOf(stores, [...results.values()], { language: query.language, demo: school.demo }),
    };
  },
});

/** By pupil, the result of the newest submitted sitting. */
async function resultsOf(
  stores: Container,
  sittings: readonly SittingDocument[],
): Promise<Map<string, ResultDocument>> {
  const found = await Promise.all(sittings.map(({ _id }) => stores.results.byId(_id)));
  return new Map(found.flatMap((result) => (result === null ? [] : [[result.pid, result] as const])));
}

type Standing = Omit<ClassOverview['pupils'][number], 'pid' | 'name'>;

function standing(
  stores: Container,
  sitting: SittingDocument | undefined,
  result: ResultDocument | undefined,
  language: Language,
): Standing {
  if (sitting === undefined) return { state: 'not-begun', answered: 0, of: 0, quality: null, flags: [] };
  const { instrument, instrumentVersion, answers } = sitting;
  const of = stores.instruments.version(instrument, instrumentVersion).length;
  const answered = Object.values(answers).filter(({ value }) => value !== null).length;
  const words = result?.quality === undefined ? null : qualityWords(language, result.quality);
  const state = sitting.state === 'submitted' && result === undefined ? 'hidden' : sitting.state;
  return {
    state,
    answered,
    of,
    quality:
      words === null || result?.quality === undefined ? null : { state: result.quality.state, label: words.label },
    flags: words?.flags.map(({ text }) => text) ?? [],
  };
}

/** Results of one form are laid side by side; there is one form in a campaign. */
function scalesOf(
  stores: Container,
  results: readonly ResultDocument[],
  { language, demo }: { language: Language; demo: boolean },
): ClassOverview['scales'] {
  const [first] = results;
  if (first === undefined) return [];
  const shelved = stores.instruments.version(first.instrument, first.instrumentVersion);
  const plan = shelved.planFor({ language: first.language, demo });
  const same = results.filter(({ instrument }) => instrument === first.instrument);
  return classScales(same, { plan, instrument: shelved.instrument, text: shelved.text(language) });
}
