import { type FileOutcome, fileOutcome } from '../../contract/file-outcome.schema.ts';
import { type EnrolmentFile, enrolmentFile } from '../../contract/referral.schema.ts';
import { shape } from '../../contract/shape.ts';
import { readEnrolments } from '../../domain/alliance/enrolment-file.ts';
import { Problem } from '../../domain/problem.ts';
import { refusalOf } from '../../domain/referral/history.ts';
import { endpoint, Reply } from '../../http/endpoint.ts';
import { readTable } from '../../report/spreadsheet/read-table.ts';
import { UnreadableTable } from '../../report/spreadsheet/table.ts';
import { asStaff } from '../actors.ts';

export const uploadEnrolments = endpoint({
  method: 'post',
  path: '/api/referrals/enrolments',
  summary: 'Enrolments and results of the national test from a table, one line a letter; wrong lines by row and column',
  permission: 'referral.write',
  scope: 'none',
  body: shape<EnrolmentFile>(enrolmentFile),
  bodyLimit: 1_500_000,
  reply: shape<FileOutcome>(fileOutcome),
  audit: { action: 'referral.enrolments', target: 'self' },
  async handle(stores, { actor, body, language, now }) {
    const staff = asStaff(actor);
    if (staff.role !== 'university') throw new Problem('role-may-not');
    const table = await readTable(Buffer.from(body.content, 'base64'), null).catch((error: unknown) => {
      throw error instanceof UnreadableTable ? new Problem('import-unreadable', { detail: error.why }) : error;
    });
    const { lines, errors, words } = readEnrolments(table.rows, language);
    let taken = 0;
    for (const { row, number, unt, enrolled } of lines) {
      const record = await stores.referrals.byNumber(number);
      // A letter to another university is not told apart from one that does not exist.
      if (record === null || record.organisation !== staff.organisation) {
        errors.push({ row, column: words.number, found: number, expected: words.known });
        continue;
      }
      const event = {
        to: 'enrolled' as const,
        by: 'university' as const,
        who: staff.id,
        at: now,
        reason: null,
        answerBy: null,
      };
      const wasEnrolled = record.events.some(({ to }) => to === 'enrolled');
      if (enrolled && !wasEnrolled && refusalOf(record.events, event) !== null) {
        errors.push({ row, column: words.enrolled, found: words.yes, expected: words.accepted });
        continue;
      }
      if (unt !== null) await stores.referrals.followUp(record._id, { unt, teachesAt: record.teachesAt });
      if (enrolled && !wasEnrolled) await stores.referrals.step(record._id, record.events.length, event);
      taken += 1;
    }
    return new Reply(
      { rows: Math.max(0, table.rows.length - 1), taken, errors },
      { auditTarget: staff.organisation ?? staff.id },
    );
  },
});
