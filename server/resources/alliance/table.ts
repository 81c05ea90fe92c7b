import type { Container } from '../../container.ts';
import {
  type NeedsFile,
  type NeedsTable,
  needsFile,
  needsTable as needsTableSchema,
  type TableFileQuery,
  tableFileQuery,
  type YearQuery,
  yearQuery,
} from '../../contract/alliance.schema.ts';
import { type FileOutcome, fileOutcome } from '../../contract/file-outcome.schema.ts';
import { shape } from '../../contract/shape.ts';
import { readNeeds } from '../../domain/alliance/needs-file.ts';
import { needsTableRows } from '../../domain/alliance/table-words.ts';
import { Problem } from '../../domain/problem.ts';
import { anyRegion, type Line, needsTable, shareAny } from '../../domain/referral/needs-table.ts';
import { sponsoredLines } from '../../domain/referral/sponsored-lines.ts';
import { endpoint, FileReply, Reply, xlsx } from '../../http/endpoint.ts';
import { xlsxOf } from '../../report/export/xlsx.ts';
import { readTable } from '../../report/spreadsheet/read-table.ts';
import { UnreadableTable } from '../../report/spreadsheet/table.ts';
import type { NeedDocument } from '../../store/alliance.ts';
import { asStaff } from '../actors.ts';
import { teachingSubjects } from './catalogue.ts';
import { yearOf } from './market.ts';

export const readNeedsTable = endpoint({
  method: 'get',
  path: '/api/alliance/table',
  summary: 'Needs against seats against money, by subject, region, language and year',
  permission: 'alliance.read',
  scope: 'none',
  query: shape<YearQuery>(yearQuery),
  reply: shape<NeedsTable>(needsTableSchema),
  audit: null,
  handle: (stores, { query, now }) => tableOf(stores, yearOf(query, now)),
});

export const readNeedsTableXlsx = endpoint({
  method: 'get',
  path: '/api/alliance/table.xlsx',
  summary: 'Needs against seats against money as a spreadsheet',
  permission: 'alliance.read',
  scope: 'none',
  query: shape<TableFileQuery>(tableFileQuery),
  reply: { file: xlsx },
  audit: null,
  async handle(stores, { query, now }) {
    const [table, regions] = await Promise.all([tableOf(stores, yearOf(query, now)), stores.catalogue.regions()]);
    const names = new Map([
      ...teachingSubjects(stores).map(({ id, name }) => [id, name] as const),
      ...regions.map(({ _id, names: all }) => [_id, all] as const),
    ]);
    const rows = needsTableRows(table.cells, (id) => names.get(id)?.[query.language] ?? id, query.language);
    return new FileReply('needs.xlsx', await xlsxOf([{ name: String(table.year), rows }]));
  },
});

async function tableOf({ alliance: { needs, seats, grants } }: Container, year: number): Promise<NeedsTable> {
  const [asked, offered, paid, ...years] = await Promise.all([
    needs.ofYear(year),
    seats.ofYear(year),
    grants.ofYear(year),
    needs.years(),
    seats.years(),
    grants.years(),
  ]);
  const open = <One extends { state: string }>(lines: readonly One[]): One[] =>
    lines.filter(({ state }) => state === 'open');
  const lines = (from: readonly (Omit<Line, 'region'> & { region: string | null })[]): Line[] =>
    from.map(({ subject, region, language, count }) => ({
      subject,
      region: region ?? anyRegion,
      language,
      year,
      count,
    }));
  const needLines = lines(open(asked));
  const seatLines = lines(open(offered));
  const sponsored = open(offered).filter(({ funding }) => funding === 'sponsor');
  const state = lines(open(offered).filter(({ funding }) => funding === 'grant'));
  const funded = [...state, ...sponsoredLines(lines(sponsored), open(paid))];
  return {
    years: [...new Set([...years.flat(), year])].sort((a, b) => b - a),
    year,
    cells: needsTable(needLines, shareAny(needLines, seatLines), shareAny(needLines, funded)),
  };
}

export const uploadNeeds = endpoint({
  method: 'post',
  path: '/api/alliance/needs-file',
  summary:
    'Requests from a table (CSV, XLSX): each wrong cell by row and column; all rows are taken, or the right ones only',
  permission: 'need.write',
  scope: 'none',
  body: shape<NeedsFile>(needsFile),
  bodyLimit: 1_500_000,
  reply: shape<FileOutcome>(fileOutcome),
  audit: { action: 'need.upload', target: 'self' },
  async handle(stores, { actor, body, language, now, requestId }) {
    const staff = asStaff(actor);
    const table = await readTable(Buffer.from(body.content, 'base64'), null).catch((error: unknown) => {
      throw error instanceof UnreadableTable ? new Problem('import-unreadable', { detail: error.why }) : error;
    });
    const districts = await stores.catalogue.districtsOf(staff.region ?? '-');
    const { rows, errors, needs } = readNeeds(table.rows, {
      subjects: teachingSubjects(stores),
      districts: districts.map(({ _id, names }) => ({ id: _id, name: names })),
      language,
    });
    if (errors.length > 0 && !body.takeRight) return new Reply({ rows, taken: 0, errors }, { auditTarget: staff.id });
    const account = await stores.staff.byId(staff.id);
    const records = needs.map(
      (one, index): NeedDocument => ({
        _id: `n-${requestId.slice(0, 13)}-${index}`,
        ...one,
        region: staff.region ?? '-',
        school: staff.role === 'principal' ? (staff.schools[0] ?? null) : null,
        askedBy: account?.name ?? staff.id,
        by: staff.id,
        at: now,
        state: 'open',
        history: [],
        demo: false,
      }),
    );
    await stores.alliance.needs.add(records);
    return new Reply({ rows, taken: records.length, errors }, { auditTarget: staff.id });
  },
});
