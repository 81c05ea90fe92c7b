import { randomUUID } from 'node:crypto';
import type { Container } from '../../container.ts';
import type { Secrets } from '../../secrets.ts';
import { type DemoCode, demoCode } from '../demo-sign-in.ts';
import type { DemoPeople } from './people.ts';

/** Gives the demo's codes to fitting pupils: one fresh in each language, one finished, one who waits for the guardian. */
export async function issueDemoCodes(
  stores: Container,
  secrets: Secrets,
  people: DemoPeople,
  now: Date,
): Promise<void> {
  const sat = new Set(people.sittings.map(({ pid }) => pid));
  const guardian = new Set(people.consents.filter(({ party }) => party === 'guardian').map(({ pid }) => pid));
  const finished = people.sittings.find(({ state, school }) => state === 'submitted' && school === 's-1');
  const fresh = (language: string) =>
    people.pupils.find(
      ({ _id, language: own, region }) => own === language && region === 'KZ-61' && guardian.has(_id) && !sat.has(_id),
    );
  const waiting = people.pupils.find(({ _id, region }) => region === 'KZ-61' && !guardian.has(_id));
  const holders: Readonly<Record<DemoCode, string | undefined>> = {
    'pupil-kk': fresh('kk')?._id,
    'pupil-ru': (
      fresh('ru') ?? people.pupils.find(({ _id, language }) => language === 'ru' && guardian.has(_id) && !sat.has(_id))
    )?._id,
    'pupil-finished': finished?.pid,
    'pupil-no-consent': waiting?._id,
    guardian: waiting?._id,
  };
  const expiresAt = new Date(now.getTime() + 3650 * 86_400_000);
  const issued = Object.entries(holders).flatMap(([name, pid]) => {
    if (pid === undefined) throw new RangeError(`the demo country has no one for the code «${name}»`);
    const kind: 'pupil' | 'guardian' = name === 'guardian' ? 'guardian' : 'pupil';
    const entry = { pid, kind, generation: randomUUID(), issuedAt: now, expiresAt };
    return { entry, code: demoCode(secrets, isDemoCode(name) ? name : 'guardian') };
  });
  await stores.codes.issueMany(issued);
}

const isDemoCode = (name: string): name is DemoCode => name.startsWith('pupil-') || name === 'guardian';
