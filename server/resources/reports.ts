import { type ReportKind, type ReportParams, reportParams } from '../contract/report-file.schema.ts';
import { type ResultQuery, resultQuery } from '../contract/result.schema.ts';
import { shape } from '../contract/shape.ts';
import { type SittingParams, sittingParams } from '../contract/sitting.schema.ts';
import { isOpen } from '../domain/consent.ts';
import type { Language } from '../domain/language.ts';
import { Problem } from '../domain/problem.ts';
import type { ReportSource } from '../domain/report/basis.ts';
import { conversationSheet } from '../domain/report/conversation-sheet.ts';
import { counsellorReport, type Earlier } from '../domain/report/counsellor-report.ts';
import { guardianReport } from '../domain/report/guardian-report.ts';
import { pupilReport } from '../domain/report/pupil-report.ts';
import type { Report } from '../domain/report/report.ts';
import { endpoint, FileReply } from '../http/endpoint.ts';
import { asGuardian, asPupil } from './actors.ts';
import { earlierOf, reportSource, shownSitting } from './report-source.ts';
import { ownSitting } from './sittings.ts';

export const ownReport = endpoint({
  method: 'get',
  path: '/api/sittings/:sitting/report',
  summary: 'The pupil’s own result as a PDF to keep or print',
  permission: 'sitting.read',
  scope: { of: 'sitting', param: 'sitting' },
  params: shape<SittingParams>(sittingParams),
  query: shape<ResultQuery>(resultQuery),
  reply: { file: 'application/pdf' },
  audit: null,
  async handle(stores, { params, query, actor, now }) {
    const sitting = await ownSitting(stores, params.sitting, asPupil(actor).pid);
    const source = await reportSource(stores, sitting, query.language, now);
    return new FileReply(
      fileName('pupil', query.language),
      await stores.press.print({ kind: 'report', of: pupilReport(source) }),
    );
  },
});

export const guardianReportFile = endpoint({
  method: 'get',
  path: '/api/guardian/report',
  summary: 'What the child’s answers say, in plain words for the guardian, as a PDF',
  permission: 'guardian.self',
  scope: 'none',
  query: shape<ResultQuery>(resultQuery),
  reply: { file: 'application/pdf' },
  audit: null,
  async handle(stores, { query, actor, now }) {
    const { pid } = asGuardian(actor);
    const [sittings, consents] = await Promise.all([stores.sittings.allOfPupil(pid), stores.consents.of(pid)]);
    const sitting = shownSitting(sittings);
    if (sitting === null || !isOpen(consents, 'assessment', now)) throw new Problem('result-not-ready');
    const source = await reportSource(stores, sitting, query.language, now);
    return new FileReply(
      fileName('guardian', query.language),
      await stores.press.print({ kind: 'report', of: guardianReport(source) }),
    );
  },
});

export const pupilReportFile = endpoint({
  method: 'get',
  path: '/api/pupils/:pupil/reports/:kind',
  summary: 'A report on a pupil’s result as a PDF, written to the pupil, the guardian or the counsellor',
  permission: 'pupil.read',
  scope: { of: 'pupil', param: 'pupil' },
  params: shape<ReportParams>(reportParams),
  query: shape<ResultQuery>(resultQuery),
  reply: { file: 'application/pdf' },
  audit: { action: 'pupil-report.read', target: 'pupil' },
  async handle(stores, { params, query, now }) {
    const [sittings, consents] = await Promise.all([
      stores.sittings.allOfPupil(params.pupil),
      stores.consents.of(params.pupil),
    ]);
    const sitting = shownSitting(sittings);
    if (sitting === null || !isOpen(consents, 'assessment', now)) throw new Problem('not-found');
    const source = await reportSource(stores, sitting, query.language, now);
    const report = written(params.kind, source, await earlierOf(stores, sittings, source, now));
    return new FileReply(
      fileName(params.kind, query.language),
      await stores.press.print({ kind: 'report', of: report }),
    );
  },
});

/** The name a file is saved under says what it is and nothing of whom. */
const fileName = (kind: ReportKind, language: Language): string => `ustaz-${kind}-${language}.pdf`;

function written(kind: ReportKind, source: ReportSource, earlier: Earlier): Report {
  switch (kind) {
    case 'pupil':
      return pupilReport(source);
    case 'guardian':
      return guardianReport(source);
    case 'counsellor':
      return counsellorReport(source, earlier);
    case 'conversation':
      return conversationSheet(source, earlier);
  }
}
