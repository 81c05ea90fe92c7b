import { randomUUID } from 'node:crypto';
import type { Container } from '../../container.ts';
import {
  type FeedbackSummary,
  feedbackSummary,
  type NewFeedback,
  type NewPractice,
  newFeedback,
  newPractice,
  type Practice,
  type PracticeList,
  type PracticeParams,
  type PracticeStep,
  practice,
  practiceList,
  practiceParams,
  practiceStep,
} from '../../contract/practice.schema.ts';
import { shape } from '../../contract/shape.ts';
import { type PracticeParty, practiceRefusal } from '../../domain/alliance/practice.ts';
import { Problem } from '../../domain/problem.ts';
import { endpoint, Reply } from '../../http/endpoint.ts';
import type { PracticeDocument } from '../../store/alliance.ts';
import { asStaff } from '../actors.ts';
import { checkSubject } from './catalogue.ts';

/** Means of fewer reports than this would read out single principals. */
const fewest = 5;

export const listPractices = endpoint({
  method: 'get',
  path: '/api/alliance/practices',
  summary: 'Trainees asked for by the own school (principal); those still free and the own ones (university)',
  permission: 'practice.read',
  scope: 'none',
  reply: shape<PracticeList>(practiceList),
  audit: null,
  async handle(stores, { actor }) {
    const staff = asStaff(actor);
    const found =
      staff.role === 'university'
        ? await stores.alliance.practicesFor(staff.organisation ?? '-')
        : await stores.alliance.practicesOf(staff.schools);
    return { practices: found.map(toPractice) };
  },
});

function toPractice(record: PracticeDocument): Practice {
  const { _id: id, school, subject, from, to, count, note, region, state, organisation, assigned, history } = record;
  return {
    ...{ id, school, subject, from, to, count, note, region, state, organisation, assigned },
    history: history.map((one) => ({ to: one.to, at: one.at.toISOString(), who: one.who })),
  };
}

export const askPractice = endpoint({
  method: 'post',
  path: '/api/alliance/practices',
  summary: 'Ask for 3rd–4th-year students: subject, months, how many',
  permission: 'practice.write',
  scope: 'none',
  body: shape<NewPractice>(newPractice),
  reply: shape<Practice>(practice),
  audit: { action: 'practice.ask', target: 'self' },
  async handle(stores, { actor, body, now }) {
    const staff = asStaff(actor);
    const school = await stores.catalogue.school(body.school);
    if (staff.role !== 'principal' || school === null || !staff.schools.includes(body.school))
      throw new Problem('not-found');
    if (body.to < body.from)
      throw new Problem('input-invalid', { errors: [{ pointer: '/body/to', detail: 'a month not before the first' }] });
    checkSubject(stores, body.subject);
    const account = await stores.staff.byId(staff.id);
    const record: PracticeDocument = {
      _id: `pr-${randomUUID().slice(0, 13)}`,
      ...body,
      region: school.region,
      state: 'asked',
      organisation: null,
      assigned: 0,
      history: [{ to: 'asked', at: now, by: staff.id, who: account?.name ?? staff.id }],
      demo: false,
    };
    await stores.alliance.addPractices([record]);
    return new Reply(toPractice(record), { auditTarget: record._id });
  },
});

export const stepPractice = endpoint({
  method: 'post',
  path: '/api/alliance/practices/:practice/steps',
  summary: 'Assign students, begin (university); end, take back (principal)',
  permission: 'practice.write',
  scope: { of: 'practice', param: 'practice' },
  params: shape<PracticeParams>(practiceParams),
  body: shape<PracticeStep>(practiceStep),
  reply: shape<Practice>(practice),
  audit: { action: 'practice.step', target: 'practice' },
  async handle(stores, { actor, params, body, now }) {
    const staff = asStaff(actor);
    const record = await existing(stores, params.practice);
    const party: PracticeParty = staff.role === 'university' ? 'university' : 'principal';
    const refusal = practiceRefusal({
      from: record.state,
      to: body.to,
      by: party,
      assigned: body.assigned,
      asked: record.count,
    });
    if (refusal !== null) throw new Problem('step-refused', { detail: refusal });
    const account = await stores.staff.byId(staff.id);
    const step = { to: body.to, at: now, by: staff.id, who: account?.name ?? staff.id };
    const set =
      body.to === 'assigned'
        ? { organisation: staff.organisation, assigned: body.assigned }
        : { organisation: record.organisation, assigned: record.assigned };
    if (!(await stores.alliance.stepPractice(record._id, record.state, step, set))) throw new Problem('step-refused');
    return toPractice(await existing(stores, params.practice));
  },
});

async function existing(stores: Container, id: string): Promise<PracticeDocument> {
  const found = await stores.alliance.practice(id);
  if (found === null) throw new Problem('not-found');
  return found;
}

export const giveFeedback = endpoint({
  method: 'post',
  path: '/api/alliance/feedback',
  summary: 'A principal says how well prepared young teachers or trainees of a university came',
  permission: 'feedback.write',
  scope: 'none',
  body: shape<NewFeedback>(newFeedback),
  reply: null,
  audit: { action: 'feedback.give', target: 'self' },
  async handle(stores, { actor, body, now }) {
    const staff = asStaff(actor);
    if (!staff.schools.includes(body.school)) throw new Problem('not-found');
    const organisation = await stores.alliance.organisation(body.organisation);
    if (organisation === null || organisation.kind === 'sponsor') throw new Problem('not-found');
    checkSubject(stores, body.subject);
    const record = { _id: `f-${randomUUID()}`, ...body, by: staff.id, at: now, demo: false };
    await stores.alliance.addFeedback([record]);
    return new Reply(undefined, { auditTarget: record._id });
  },
});

export const readFeedback = endpoint({
  method: 'get',
  path: '/api/alliance/feedback',
  summary: 'What principals say, as means over at least five reports: of the own university, or of all',
  permission: 'feedback.read',
  scope: 'none',
  reply: shape<FeedbackSummary>(feedbackSummary),
  audit: null,
  async handle(stores, { actor }) {
    const staff = asStaff(actor);
    const only = staff.role === 'university' ? (staff.organisation ?? '-') : null;
    const [means, organisations, own] = await Promise.all([
      stores.alliance.feedbackMeans(only),
      stores.alliance.organisations(),
      stores.alliance.feedbackBy(staff.id),
    ]);
    const names = new Map(organisations.map(({ _id, names: all }) => [_id, all]));
    const rows = means.map(({ _id: { organisation, year, about }, n, ...sides }) => {
      const tell = (value: number): number | null => (n < fewest ? null : value);
      return {
        organisation,
        name: names.get(organisation) ?? { kk: organisation, ru: organisation, en: organisation },
        year,
        about,
        n: n < fewest ? null : n,
        planning: tell(sides.planning),
        teaching: tell(sides.teaching),
        pupils: tell(sides.pupils),
        families: tell(sides.families),
        learning: tell(sides.learning),
      };
    });
    return { rows, own };
  },
});
