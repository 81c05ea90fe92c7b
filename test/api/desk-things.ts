import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { makeCode, printCode } from '../../server/domain/access-code.ts';
import { noRatings } from '../../server/domain/panel/panel.ts';
import { linkHash } from '../../server/resources/panel/experts.ts';
import { draftPanel } from '../../server/resources/panel/panels.ts';
import type { TestService } from './harness.ts';

/** Things of the counsellor's desk that requests of the access table are about. */
export type DeskThings = {
  /** An import of a class list that may be applied, and one to be thrown away. */
  import: string;
  discarded: string;
  /** Codes of a pupil of the class that work: not of the pupil the table is about. */
  codes: { pid: string; pupilCode: string; guardianCode: string };
  /** A pupil of the school whose appeal waits for its counsellor, and one who is a candidate. */
  appealed: string;
  candidate: string;
  /** An accepted referral to the demo's university whose family lets both department and university know the name. */
  referral: string;
  /** A grant of the colleague `desk-colleague`, and the secret of somebody’s one-time link. */
  grant: string;
  invitation: string;
  /** A panel in its first round, and the secret of the link of an expert who has rated nothing. */
  panel: string;
  expertSecret: string;
};

/** Puts the desk's things into a school of the demo. */
export async function deskThings(
  { stores }: TestService,
  { school, class: schoolClass, pupil }: { school: string; class: string; pupil: string },
): Promise<DeskThings> {
  const now = stores.now();
  const draft = { fileName: 'list.csv', headings: ['Тегі', 'Аты', 'Туған күні', 'Сыныбы'], decisions: {}, class: null };
  const columns = ['familyName', 'givenName', 'birthDate', 'class'] as const;
  const rows = [{ line: 2, cells: ['Кестеден', 'Айша', '2011-05-14', '9А'] }];
  const fresh = { school, by: 'demo-counsellor', format: 'csv', encoding: 'utf-8', createdAt: now } as const;
  const ids = [randomUUID(), randomUUID()];
  for (const _id of ids) {
    const expiresAt = new Date(now.getTime() + 86_400_000);
    await stores.imports.add({ _id, ...fresh, expiresAt, draft: { ...draft, columns, rows } });
  }
  const [applied = '', discarded = ''] = ids;
  const others = (await stores.pupils.ofClass(schoolClass)).filter(({ _id }) => _id !== pupil);
  const [other = '', appealed = '', candidate = ''] = others.map(({ _id }) => _id);
  await appealAgainst(stores, appealed, 'demo-principal');
  await makeCandidate(stores, candidate);
  const { grant, invitation } = await addColleagues(stores, school, now);
  return {
    import: applied,
    discarded,
    codes: await workingCodes(stores, other, now),
    appealed,
    candidate,
    referral: await namedReferral(stores, now),
    grant,
    invitation,
    ...(await openedPanel(stores, now)),
  };
}

/** A panel that one expert was invited to. */
async function openedPanel(stores: TestService['stores'], now: Date) {
  const opened = { by: 'demo-operator', name: 'Оператор', at: now };
  const draft = draftPanel(stores, 'situations');
  const { _id: panel } = await stores.panels.open({ ...draft, _id: randomUUID(), title: 'Сынақ', opened, demo: true });
  const expertSecret = randomBytes(32).toString('base64url');
  const expert = {
    _id: randomUUID(),
    panel,
    name: 'Сарапшы',
    background: 'teacher',
    language: 'kk',
    demo: true,
  } as const;
  const link = { link: linkHash(expertSecret), linkUntil: new Date(now.getTime() + 86_400_000), invitedAt: now };
  await stores.panels.invite({ ...expert, ...link, first: noRatings(), second: null });
  return { panel, expertSecret };
}

/** A colleague with a grant at the school, and another who has not set a password yet. */
async function addColleagues(stores: TestService['stores'], school: string, now: Date) {
  const invitation = `secret-${randomUUID()}`;
  const ends = { until: null, endedAt: null, grantedBy: 'demo-operator' };
  const grant = { id: randomUUID(), school, classes: null, kind: 'own', from: now, ...ends } as const;
  const common = {
    ...({ role: 'counsellor', language: 'kk', region: 'KZ-61', organisation: null, demo: true } as const),
    ...{ passwordHash: '', schools: [], disabledAt: null, place: { kk: 'м', ru: 'ш', en: 's' } },
  };
  await stores.staff.add([
    { ...common, _id: 'desk-colleague', name: 'Әріптес', email: 'colleague@demo.ustaz.example', grants: [grant] },
    { ...common, _id: 'desk-invited', name: 'Шақырылған', email: 'invited@demo.ustaz.example' },
  ]);
  await stores.invitations.make('desk-invited', invitation, 'demo-operator', new Date(now.getTime() + 86_400_000));
  return { grant: grant.id, invitation };
}

/** A decision by somebody, and the pupil's appeal against it. */
export async function appealAgainst(stores: TestService['stores'], pid: string, decider: string): Promise<void> {
  const pupil = await stores.pupils.byId(pid);
  if (pupil === null) throw new RangeError(`no pupil ${pid}`);
  const { school, region } = pupil;
  const line = { pid, school, region, at: stores.now(), words: null };
  const ruling = { kind: 'decision', standing: 'not-discussed', plannedOn: null } as const;
  await stores.cases.append({ ...line, by: decider, role: 'counsellor' }, () => ruling);
  await stores.cases.append({ ...line, by: 'pupil', role: 'pupil' }, () => ({ kind: 'appeal' }));
}

/** The pupil's wish, and both consents to the department. */
export async function makeCandidate(stores: TestService['stores'], pid: string): Promise<void> {
  const now = stores.now();
  await stores.pupils.setWish(pid, true, now);
  await consentTo(stores, pid, ['department'], now);
}

async function consentTo(
  { consents }: TestService['stores'],
  pid: string,
  purposes: readonly ('department' | 'university')[],
  at: Date,
): Promise<void> {
  for (const purpose of purposes)
    for (const party of ['guardian', 'pupil'] as const)
      await consents.add([
        {
          ...{ pid, party, purpose, action: 'given', wording: `${purpose}-1`, language: 'kk' },
          ...{ recordedBy: party, how: 'own-code', at, expiresAt: null, signedBy: null },
        },
      ]);
}

async function workingCodes(stores: TestService['stores'], pid: string, now: Date): Promise<DeskThings['codes']> {
  const [pupilCode, guardianCode] = [makeCode(randomInt), makeCode(randomInt)];
  const entry = { pid, generation: randomUUID(), issuedAt: now, expiresAt: new Date(now.getTime() + 86_400_000) };
  await stores.codes.issueMany([
    { entry: { ...entry, kind: 'pupil' }, code: pupilCode },
    { entry: { ...entry, kind: 'guardian' }, code: guardianCode },
  ]);
  return { pid, pupilCode: printCode(pupilCode), guardianCode: printCode(guardianCode) };
}

/** One that the pupil accepted, with both consents to the university, whoever the lottery gave the place to. */
async function namedReferral(stores: TestService['stores'], now: Date): Promise<string> {
  const all = await stores.referrals.ofOrganisation('u-abai');
  const accepted = all.find(({ events }) => events.at(-1)?.to === 'accepted');
  if (accepted === undefined) throw new Error('the demo has no accepted referral to this university');
  await consentTo(stores, accepted.pid, ['department', 'university'], now);
  return accepted._id;
}
