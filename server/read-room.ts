import type { Container } from './container.ts';
import { isOpen } from './domain/consent.ts';
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
    const rows = pids.map((pid) => {
      const identity = identities.get(pid);
      return {
        pid,
        name: identity === undefined ? '—' : `${identity.familyName} ${identity.givenName}`,
        facts: { consented: isOpen(consents.get(pid) ?? [], 'assessment', now), progress: progress.get(pid) ?? null },
      };
    });
    const of =
      campaign === null
        ? 0
        : stores.instruments.version(campaign.instrument, campaign.instrumentVersion).answerDomain.size;
    return { name: schoolClass.name, of, pupils: rows.sort((a, b) => a.name.localeCompare(b.name, 'kk')) };
  };
