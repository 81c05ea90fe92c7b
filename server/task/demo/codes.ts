import { randomUUID } from 'node:crypto';
import type { Container } from '../../container.ts';
import type { Secrets } from '../../secrets.ts';
import type { PupilDocument } from '../../store/pupils.ts';
import { type DemoCode, demoCode, demoCodes } from '../demo-sign-in.ts';
import type { DemoPeople } from './people.ts';
import { batterySchool, shortFormSchool } from './places.ts';

/**
 * Gives the demo's codes to fitting pupils: one fresh in each language, one finished, one who waits for the guardian. Of the
 * school that sits the whole battery where there is one.
 */
export async function issueDemoCodes(
  stores: Container,
  secrets: Secrets,
  people: DemoPeople,
  now: Date,
): Promise<void> {
  const holders = holdersIn(people);
  const expiresAt = new Date(now.getTime() + 3650 * 86_400_000);
  const issued = demoCodes.map((name) => {
    const pid = holders[name]?._id;
    if (pid === undefined) throw new RangeError(`the demo country has no one for the code «${name}»`);
    const kind: 'pupil' | 'guardian' = name === 'guardian' ? 'guardian' : 'pupil';
    const entry = { pid, kind, generation: randomUUID(), issuedAt: now, expiresAt };
    return { entry, code: demoCode(secrets, name) };
  });
  await stores.codes.issueMany(issued);
}

function holdersIn({ pupils, sittings, consents }: DemoPeople): Readonly<Record<DemoCode, PupilDocument | undefined>> {
  const sat = new Set(sittings.map(({ pid }) => pid));
  const done = new Set(sittings.filter(({ state }) => state === 'submitted').map(({ pid }) => pid));
  const guardian = new Set(consents.filter(({ party }) => party === 'guardian').map(({ pid }) => pid));
  const battery = pupils.filter(({ school }) => school === batterySchool._id);
  const short = pupils.filter(({ school }) => school === shortFormSchool._id);
  const others = pupils.filter(({ school }) => school !== batterySchool._id && school !== shortFormSchool._id);
  const isFresh = ({ _id }: PupilDocument) => guardian.has(_id) && !sat.has(_id);
  const taken = new Set<string>();
  /** The first fitting one in the order of these lists whom no other code has. */
  const first = (lists: readonly PupilDocument[][], fits: (pupil: PupilDocument) => boolean) => {
    const found = lists.flat().find((pupil) => fits(pupil) && !taken.has(pupil._id));
    if (found !== undefined) taken.add(found._id);
    return found;
  };
  const fresh = (language: string) =>
    first([battery, others], (pupil) => pupil.language === language && isFresh(pupil)) ??
    first([others], (pupil) => isFresh(pupil));
  const waiting = first([others], ({ _id, region }) => region === 'KZ-61' && !guardian.has(_id));
  return {
    'pupil-kk': fresh('kk'),
    'pupil-ru': fresh('ru'),
    'pupil-en': fresh('en'),
    'pupil-finished': first([battery, others.filter(({ school }) => school === 's-1')], ({ _id }) => done.has(_id)),
    'pupil-personality': first([others], (pupil) => pupil.region === 'KZ-61' && isFresh(pupil)),
    'pupil-short': first([short, others], isFresh),
    'pupil-short-finished': first([short, others], ({ _id }) => done.has(_id)),
    'pupil-no-consent': waiting,
    guardian: waiting,
  };
}
