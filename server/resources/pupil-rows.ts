import type { Container } from '../container.ts';
import type { PupilRow } from '../contract/school.schema.ts';
import { consentState } from '../domain/consent.ts';
import type { CampaignRecord, SchoolClass } from '../store/catalogue.ts';
import type { PupilDocument } from '../store/pupils.ts';

/** Pupils by name with consent and progress, in the order of the alphabet. `classes`: theirs, at least. */
export async function pupilRows(
  stores: Container,
  pupils: readonly PupilDocument[],
  classes: readonly SchoolClass[],
  campaign: CampaignRecord | null,
  now: Date,
): Promise<PupilRow[]> {
  const pids = pupils.map(({ _id }) => _id);
  const [consents, standings, identities] = await Promise.all([
    stores.consents.ofMany(pids),
    campaign === null ? new Map() : stores.sittings.standingOf(campaign._id, pids),
    stores.identities.namesOf(pids),
  ]);
  const form = campaign === null ? null : stores.instruments.version(campaign.instrument, campaign.instrumentVersion);
  const names = new Map(classes.map(({ _id, name }) => [_id, name]));
  const rows = pupils.map(({ _id: pid, language, class: schoolClass, talkAskedAt }): PupilRow => {
    const sitting = standings.get(pid);
    const events = consents.get(pid) ?? [];
    return {
      pid,
      name: identities.get(pid) ?? '—',
      class: schoolClass,
      className: names.get(schoolClass) ?? '—',
      language,
      guardian: consentState(events, 'assessment', 'guardian', now),
      pupil: consentState(events, 'assessment', 'pupil', now),
      sitting: sitting?.state ?? 'new',
      answered: sitting?.answered ?? 0,
      of: form?.length ?? 0,
      submittedAt: sitting?.submittedAt?.toISOString() ?? null,
      ...(talkAskedAt === undefined ? {} : { talkAskedAt: talkAskedAt.toISOString() }),
    };
  });
  return rows.sort((a, b) => alphabet.compare(a.name, b.name));
}

/** One collator for all: `localeCompare` would look its language up at every comparison of thousands. */
export const alphabet = new Intl.Collator('kk');
