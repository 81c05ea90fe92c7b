import { randomUUID } from 'node:crypto';
import { type YearQuery, yearQuery } from '../../contract/alliance.schema.ts';
import {
  type NewProgrammeLine,
  newProgrammeLine,
  type Programme,
  type ProgrammeLine,
  type ProgrammeParams,
  programme,
  programmeLine,
  programmeParams,
} from '../../contract/practice.schema.ts';
import { shape } from '../../contract/shape.ts';
import { Problem } from '../../domain/problem.ts';
import { endpoint, Reply } from '../../http/endpoint.ts';
import type { ProgrammeDocument } from '../../store/alliance.ts';
import { asStaff } from '../actors.ts';
import { yearOf } from './market.ts';

function toLine(record: ProgrammeDocument, now: Date): ProgrammeLine {
  const { _id: id, year, what, owner, due, plan, fact, state, changedAt } = record;
  const today = new Date(now.getTime() + 5 * 3_600_000).toISOString().slice(0, 10);
  const late = due < today && (state === 'planned' || state === 'going');
  return { ...{ id, year, what, owner, due, plan, fact, state, late }, changedAt: changedAt.toISOString() };
}

export const readProgramme = endpoint({
  method: 'get',
  path: '/api/alliance/programme',
  summary: 'The Alliance’s programme of a year: decisions, owners, deadlines, plan against fact',
  permission: 'alliance.read',
  scope: 'none',
  query: shape<YearQuery>(yearQuery),
  reply: shape<Programme>(programme),
  audit: null,
  async handle(stores, { query, now }) {
    const year = yearOf(query, now);
    const [lines, years] = await Promise.all([stores.alliance.programmeOf(year), stores.alliance.programmeYears()]);
    return {
      years: [...new Set([...years, year])].sort((a, b) => b - a),
      year,
      lines: lines.map((line) => toLine(line, now)),
    };
  },
});

export const addProgrammeLine = endpoint({
  method: 'post',
  path: '/api/alliance/programme',
  summary: 'Add a line to the programme',
  permission: 'programme.write',
  scope: 'none',
  body: shape<NewProgrammeLine>(newProgrammeLine),
  reply: shape<ProgrammeLine>(programmeLine),
  audit: { action: 'programme.add', target: 'self' },
  async handle(stores, { actor, body, now }) {
    const record = {
      _id: `l-${randomUUID().slice(0, 13)}`,
      ...body,
      by: asStaff(actor).id,
      changedAt: now,
      demo: false,
    };
    await stores.alliance.addProgramme([record]);
    return new Reply(toLine(record, now), { auditTarget: record._id });
  },
});

export const changeProgrammeLine = endpoint({
  method: 'put',
  path: '/api/alliance/programme/:line',
  summary: 'Change a line of the programme',
  permission: 'programme.write',
  scope: 'none',
  params: shape<ProgrammeParams>(programmeParams),
  body: shape<NewProgrammeLine>(newProgrammeLine),
  reply: shape<ProgrammeLine>(programmeLine),
  audit: { action: 'programme.change', target: 'line' },
  async handle(stores, { actor, params, body, now }) {
    const before = await stores.alliance.programmeLine(params.line);
    if (before === null) throw new Problem('not-found');
    await stores.alliance.changeProgramme(params.line, { ...body, by: asStaff(actor).id, changedAt: now });
    return toLine({ ...before, ...body, changedAt: now }, now);
  },
});
