import type { Container } from '../container.ts';
import {
  type ConsentOverview,
  type ConsentQuery,
  consentOverview,
  consentQuery,
  type ReminderRequest,
  reminderRequest,
} from '../contract/consent-overview.schema.ts';
import { type SchoolParams, schoolParams } from '../contract/school.schema.ts';
import { shape } from '../contract/shape.ts';
import { consentState } from '../domain/consent.ts';
import { wordingFor } from '../domain/consent-wording.ts';
import { Problem } from '../domain/problem.ts';
import { endpoint, FileReply } from '../http/endpoint.ts';
import { classesOfActor } from './actors.ts';

const ofSchool = { of: 'school', param: 'school', byClass: true } as const;

export const readConsentOverview = endpoint({
  method: 'get',
  path: '/api/schools/:school/consents',
  summary: 'Who of the school or one class is missing what, for one purpose',
  permission: 'class.read',
  scope: ofSchool,
  params: shape<SchoolParams>(schoolParams),
  query: shape<ConsentQuery>(consentQuery),
  reply: shape<ConsentOverview>(consentOverview),
  audit: { action: 'consent.overview', target: 'school' },
  async handle(stores, { params, query, actor, now }) {
    const all = await rows(stores, params.school, query, classesOfActor(actor, params.school), now);
    const wanted = all.filter(({ guardian, pupil }) => lacks(query.missing, guardian !== 'given', pupil !== 'given'));
    return {
      purpose: query.purpose,
      counts: {
        pupils: all.length,
        open: all.filter(({ open }) => open).length,
        guardianMissing: all.filter(({ guardian }) => guardian !== 'given').length,
        pupilMissing: all.filter(({ pupil }) => pupil !== 'given').length,
      },
      pupils: wanted.sort((a, b) => a.name.localeCompare(b.name, 'kk')),
    };
  },
});

export const printReminders = endpoint({
  method: 'post',
  path: '/api/schools/:school/consent-reminders',
  summary: 'A page to take home for each of these pupils: the wording and where to sign',
  permission: 'class.read',
  scope: ofSchool,
  params: shape<SchoolParams>(schoolParams),
  body: shape<ReminderRequest>(reminderRequest),
  reply: { file: 'application/pdf' },
  audit: { action: 'consent.remind', target: 'school' },
  async handle(stores, { params, body, actor, now }) {
    const school = await stores.catalogue.school(params.school);
    const all = await rows(stores, params.school, { purpose: body.purpose }, classesOfActor(actor, params.school), now);
    const known = new Map(all.map((row) => [row.pid, row]));
    const pupils = body.pupils.flatMap((pid) => known.get(pid) ?? []);
    if (school === null || pupils.length < body.pupils.length) throw new Problem('not-found');
    const { language } = body;
    const sheet = {
      language,
      school: school.names[language],
      wording: wordingFor(body.purpose, 'guardian', language),
      pupils: pupils.map(({ name, className }) => ({ name, schoolClass: className })),
    };
    return new FileReply('reminders.pdf', await stores.press.print({ kind: 'reminders', of: sheet }));
  },
});

function lacks(missing: ConsentQuery['missing'], guardian: boolean, pupil: boolean): boolean {
  if (missing === undefined) return true;
  return missing === 'guardian' ? guardian : missing === 'pupil' ? pupil : guardian || pupil;
}

type Row = ConsentOverview['pupils'][number];

async function rows(
  stores: Container,
  school: string,
  { purpose, class: only }: ConsentQuery,
  within: ReadonlySet<string> | null,
  now: Date,
): Promise<Row[]> {
  const [everyone, classes] = await Promise.all([stores.pupils.ofSchool(school), stores.catalogue.classesOf(school)]);
  const pupils = everyone.filter(
    (pupil) => (only === undefined || pupil.class === only) && (within === null || within.has(pupil.class)),
  );
  const pids = pupils.map(({ _id }) => _id);
  const [consents, identities] = await Promise.all([stores.consents.ofMany(pids), stores.identities.ofMany(pids)]);
  const names = new Map(classes.map(({ _id, name }) => [_id, name]));
  return pupils.map(({ _id: pid, class: schoolClass, language }) => {
    const events = consents.get(pid) ?? [];
    const identity = identities.get(pid);
    const guardian = consentState(events, purpose, 'guardian', now);
    const pupil = consentState(events, purpose, 'pupil', now);
    return {
      pid,
      name: identity === undefined ? '—' : `${identity.familyName} ${identity.givenName}`,
      class: schoolClass,
      className: names.get(schoolClass) ?? '—',
      language,
      guardian,
      pupil,
      open: guardian === 'given' && pupil === 'given',
    };
  });
}
