import {
  type NeedsFile,
  type NeedsTable,
  needsFile,
  needsTable as needsTableSchema,
  type YearQuery,
  yearQuery,
} from '../../contract/alliance.schema.ts';
import { type FileOutcome, fileOutcome } from '../../contract/file-outcome.schema.ts';
import { shape } from '../../contract/shape.ts';
import { readNeeds } from '../../domain/alliance/needs-file.ts';
import { Problem } from '../../domain/problem.ts';
import { anyRegion, type Line, needsTable, shareAny } from '../../domain/referral/needs-table.ts';
import { endpoint, Reply } from '../../http/endpoint.ts';
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
  async handle(stores, { query, now }) {
    const { needs, seats, grants } = stores.alliance;
    const year = yearOf(query, now);
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
    const moneyOf = new Map(open(paid).map((one) => [one._id, one.count]));
    const sponsored = open(offered).filter(({ funding }) => funding === 'sponsor');
    const state = lines(open(offered).filter(({ funding }) => funding === 'grant'));
    const funded = [
      ...state,
      ...shareOut(
        lines(sponsored),
        [...moneyOf.values()].reduce((sum, one) => sum + one, 0),
      ),
    ];
    return {
      years: [...new Set([...years.flat(), year])].sort((a, b) => b - a),
      year,
      cells: needsTable(needLines, shareAny(needLines, seatLines), shareAny(needLines, funded)),
    };
  },
});

/** Sponsors’ money goes to seats that wait for a sponsor, in the order of the table, until it is used up. */
function shareOut(lines: readonly Line[], money: number): Line[] {
  let left = money;
  return lines.map((line) => {
    const count = Math.min(line.count, left);
    left -= count;
    return { ...line, count };
  });
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
