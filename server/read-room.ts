import type { Container } from './container.ts';
import { type ConsentEvent, consentState, isOpen } from './domain/consent.ts';
import type { LiveFacts } from './domain/live-pupil.ts';
import { Problem } from './domain/problem.ts';
import type { ReadRoom } from './live-room.ts';

type Stores = Pick<Container, 'catalogue' | 'pupils' | 'identities' | 'consents' | 'sittings' | 'instruments'>;

/** Reads what a live room shows: names, consent and how far each sitting is. Answers stay in the database. */
export const readRoom =
  (stores: Stores): ReadRoom =>
  async (id, only, now) => {
    const schoolClass = await stores.catalogue.class(id);
    const school = schoolClass === null ? null : await stores.catalogue.school(schoolClass.school);
    if (schoolClass === null || school === null) throw new Problem('not-found');
    const [pupils, campaign] = await Promise.all([
      only === null ? stores.pupils.ofClass(id) : stores.pupils.byIds(only),
      stores.catalogue.openCampaign(school.region, school._id, now),
    ]);
    const pids = pupils.map(({ _id }) => _id);
    const [identities, consents, progress] = await Promise.all([
      stores.identities.ofMany(pids),
      stores.consents.ofMany(pids),
      campaign === null ? new Map() : stores.sittings.progressOf(campaign._id, pids),
    ]);
    const form = campaign === null ? null : stores.instruments.version(campaign.instrument, campaign.instrumentVersion);
    const sectionOf = sectionsByItem(form?.instrument.sections ?? []);
    const rows = pids.map((pid) => {
      const identity = identities.get(pid);
      return {
        pid,
        name: identity === undefined ? '—' : `${identity.familyName} ${identity.givenName}`,
        section: sectionOf.get(progress.get(pid)?.lastItem ?? '') ?? null,
        facts: { ...consentOf(consents.get(pid) ?? [], now), progress: progress.get(pid) ?? null },
      };
    });
    return {
      name: schoolClass.name,
      of: form?.length ?? 0,
      sections: form?.instrument.sections.length ?? 0,
      pupils: rows.sort((a, b) => a.name.localeCompare(b.name, 'kk')),
    };
  };

/** Whoever lacks only their own yes is expected like the others: they are asked for it when they come. */
function consentOf(events: readonly ConsentEvent[], now: Date): Pick<LiveFacts, 'consented' | 'mayCome'> {
  const own = consentState(events, 'assessment', 'pupil', now);
  const mayCome = consentState(events, 'assessment', 'guardian', now) === 'given' && own !== 'withdrawn';
  return { consented: isOpen(events, 'assessment', now), mayCome };
}

type Sections = readonly { pages: readonly { items: readonly string[] }[] }[];

/** The number of the part each item stands in, from 1. */
const sectionsByItem = (sections: Sections): ReadonlyMap<string, number> =>
  new Map(
    sections.flatMap(({ pages }, index) =>
      pages.flatMap(({ items }) => items.map((item) => [item, index + 1] as const)),
    ),
  );
