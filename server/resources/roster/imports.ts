import { randomUUID } from 'node:crypto';
import type { Container } from '../../container.ts';
import {
  type ImportApplication,
  type ImportChanges,
  type ImportList,
  type ImportOutcome,
  type ImportParams,
  type ImportPreview,
  type ImportUndone,
  importApplication,
  importChanges,
  importList,
  importOutcome,
  importParams,
  importPreview,
  importUndone,
  type NewImport,
  newImport,
} from '../../contract/roster.schema.ts';
import { type SchoolParams, schoolParams } from '../../contract/school.schema.ts';
import { shape } from '../../contract/shape.ts';
import { Problem } from '../../domain/problem.ts';
import { endpoint, Reply } from '../../http/endpoint.ts';
import { readTable } from '../../report/spreadsheet/read-table.ts';
import { type Table, UnreadableTable } from '../../report/spreadsheet/table.ts';
import type { School } from '../../store/catalogue.ts';
import type { OpenImport } from '../../store/imports.ts';
import { asStaff } from '../actors.ts';
import { changedDraft, draftOf } from './import-draft.ts';
import { planImport } from './import-plan.ts';
import { countActions, newClassNames, toPreview } from './import-preview.ts';
import { workOf } from './import-work.ts';
import { applyWork, undoWork } from './import-writer.ts';

const ofSchool = { of: 'school', param: 'school' } as const;
/** A draft names children who may not belong here: it is forgotten soon. What was applied can be undone for a month. */
const draftMs = 24 * 3_600_000;
const undoMs = 30 * 86_400_000;
/** Longest a write may take before another may try. */
const writeMs = 60_000;

export const uploadRoster = endpoint({
  method: 'post',
  path: '/api/schools/:school/imports',
  summary:
    'Read a class list (CSV, XLSX, OneRoster package) and say of every row what would become of it; nothing is written yet',
  permission: 'class.write',
  scope: ofSchool,
  params: shape<{ school: string }>(schoolParams),
  body: shape<NewImport>(newImport),
  bodyLimit: 8_100_000,
  reply: shape<ImportPreview>(importPreview),
  audit: { action: 'import.read', target: 'school' },
  async handle(stores, { params, body, actor, language, now }) {
    const table = await read(body);
    const draft = draftOf(table, body);
    const _id = randomUUID();
    const fresh = { _id, school: params.school, by: asStaff(actor).id, format: table.format, encoding: table.encoding };
    await stores.imports.add({ ...fresh, createdAt: now, expiresAt: new Date(now.getTime() + draftMs), draft });
    return preview(stores, await existing(stores, { school: params.school, import: _id }), language, now);
  },
});

export const listImports = endpoint({
  method: 'get',
  path: '/api/schools/:school/imports',
  summary: 'The school’s class lists of the last month: drafts, applied ones that can be undone',
  permission: 'class.write',
  scope: ofSchool,
  params: shape<SchoolParams>(schoolParams),
  reply: shape<ImportList>(importList),
  audit: { action: 'import.list', target: 'school' },
  async handle(stores, { params }) {
    const found = await stores.imports.ofSchool(params.school);
    const names = await stores.staff.names([...new Set(found.map(({ by }) => by))]);
    return {
      imports: found.map(({ _id, state, draft, createdAt, by, expiresAt, outcome }) => ({
        id: _id,
        state,
        fileName: draft.fileName,
        createdAt: createdAt.toISOString(),
        by: names.get(by) ?? by,
        expiresAt: expiresAt.toISOString(),
        outcome,
      })),
    };
  },
});

export const readImport = endpoint({
  method: 'get',
  path: '/api/schools/:school/imports/:import',
  summary: 'The preview again, against what the school has by now',
  permission: 'class.write',
  scope: ofSchool,
  params: shape<ImportParams>(importParams),
  reply: shape<ImportPreview>(importPreview),
  audit: { action: 'import.read', target: 'school' },
  handle: async (stores, { params, language, now }) => preview(stores, await existing(stores, params), language, now),
});

export const correctImport = endpoint({
  method: 'put',
  path: '/api/schools/:school/imports/:import',
  summary: 'Correct a preview in place: what a column holds, the text of a cell, the answer to «is it the same child?»',
  permission: 'class.write',
  scope: ofSchool,
  params: shape<ImportParams>(importParams),
  body: shape<ImportChanges>(importChanges),
  bodyLimit: 2_000_000,
  reply: shape<ImportPreview>(importPreview),
  audit: { action: 'import.correct', target: 'school' },
  async handle(stores, { params, body, language, now }) {
    const found = await existing(stores, params);
    const draft = changedDraft(found.draft, body);
    if (!(await stores.imports.redraft(found._id, found.school, draft))) throw new Problem('import-closed');
    return preview(stores, { ...found, draft }, language, now);
  },
});

export const discardImport = endpoint({
  method: 'delete',
  path: '/api/schools/:school/imports/:import',
  summary: 'Forget a draft',
  permission: 'class.write',
  scope: ofSchool,
  params: shape<ImportParams>(importParams),
  reply: null,
  audit: { action: 'import.discard', target: 'school' },
  async handle(stores, { params }) {
    if (!(await stores.imports.discard(params.import, params.school))) throw new Problem('not-found');
    return new Reply(undefined, {});
  },
});

export const applyImport = endpoint({
  method: 'post',
  path: '/api/schools/:school/imports/:import/application',
  summary: 'Take the list into the school: every row, or only the right ones; asking again gives the same outcome',
  permission: 'class.write',
  scope: ofSchool,
  params: shape<ImportParams>(importParams),
  body: shape<ImportApplication>(importApplication),
  reply: shape<ImportOutcome>(importOutcome),
  audit: { action: 'import.apply', target: 'school' },
  handle: (stores, { params, body, now }) =>
    alone(stores, params.school, async () => {
      const school = await schoolOf(stores, params.school);
      const found = await existing(stores, params);
      if (found.state === 'draft') await begin(stores, school, found, body.rows, now);
      const begun = await existing(stores, params);
      if (begun.work === null || begun.outcome === null || begun.state.startsWith('und'))
        throw new Problem('import-closed');
      if (begun.state === 'applying') await applyWork(stores, school, begun.work, now);
      await stores.imports.advance(begun._id, ['applying'], 'applied');
      return begun.outcome;
    }),
});

export const undoImport = endpoint({
  method: 'delete',
  path: '/api/schools/:school/imports/:import/application',
  summary: 'Take an import back, for a month: who has begun since stays, and is named',
  permission: 'class.write',
  scope: ofSchool,
  params: shape<ImportParams>(importParams),
  reply: shape<ImportUndone>(importUndone),
  audit: { action: 'import.undo', target: 'school' },
  handle: (stores, { params }) =>
    alone(stores, params.school, async () => {
      const found = await existing(stores, params);
      const may = await stores.imports.advance(found._id, ['applied', 'undoing'], 'undoing');
      if (!may || found.work === null) throw new Problem('import-closed');
      const undone = await undoWork(stores, found.work);
      await stores.imports.advance(found._id, ['undoing'], 'undone');
      return undone;
    }),
});

async function read({ content, organisation }: NewImport): Promise<Table> {
  try {
    return await readTable(Buffer.from(content, 'base64'), organisation ?? null);
  } catch (error) {
    if (error instanceof UnreadableTable) throw new Problem('import-unreadable', { detail: error.why });
    throw error;
  }
}

async function begin(
  stores: Container,
  school: School,
  found: OpenImport,
  rows: 'all' | 'right',
  now: Date,
): Promise<void> {
  const plan = await planImport(stores, school._id, found.draft, now);
  const counts = countActions(plan.rows);
  if (rows === 'all' && counts.wrong + counts.ask > 0) throw new Problem('import-has-errors');
  const outcome: ImportOutcome = {
    added: counts.add,
    updated: counts.update,
    same: counts.same,
    left: counts.ask + counts.wrong + counts.skip,
    newClasses: newClassNames(plan),
  };
  await stores.imports.begin(found._id, workOf(plan, school), outcome, new Date(now.getTime() + undoMs));
}

async function preview(
  stores: Container,
  found: OpenImport,
  language: 'kk' | 'ru' | 'en',
  now: Date,
): Promise<ImportPreview> {
  return toPreview(found, await planImport(stores, found.school, found.draft, now), language);
}

/** Two lists at once could let one child in twice: one school, one import at a time. */
async function alone<Outcome>(stores: Container, school: string, work: () => Promise<Outcome>): Promise<Outcome> {
  const outcome = await stores.locks.whileHolding(`roster:${school}`, writeMs, work);
  if (outcome === null) throw new Problem('someone-is-at-it');
  return outcome;
}

async function existing(stores: Container, { school, import: id }: ImportParams): Promise<OpenImport> {
  const found = await stores.imports.byId(id, school);
  if (found === null) throw new Problem('not-found');
  return found;
}

async function schoolOf(stores: Container, id: string): Promise<School> {
  const school = await stores.catalogue.school(id);
  if (school === null) throw new Problem('not-found');
  return school;
}
