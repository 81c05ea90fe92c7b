import type { Container } from '../container.ts';
import { type ReportKind, type ReportParams, reportParams } from '../contract/report-file.schema.ts';
import { type ResultQuery, resultQuery } from '../contract/result.schema.ts';
import { shape } from '../contract/shape.ts';
import { type SittingParams, sittingParams } from '../contract/sitting.schema.ts';
import { isOpen } from '../domain/consent.ts';
import type { Language } from '../domain/language.ts';
import { Problem } from '../domain/problem.ts';
import type { ReportSource } from '../domain/report/basis.ts';
import { pupilReport } from '../domain/report/pupil-report.ts';
import type { Report } from '../domain/report/report.ts';
import { endpoint, FileReply } from '../http/endpoint.ts';
import { reportPdf } from '../report/pdf/report-pdf.ts';
import type { SittingDocument } from '../store/sitting-document.ts';
import { asPupil } from './actors.ts';
import { classAndSchool } from './classes.ts';
import { resultOf } from './make-result.ts';
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
    return new FileReply(fileName('pupil', query.language), await reportPdf(pupilReport(source)));
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
    const [sitting, consents] = await Promise.all([
      stores.sittings.latestOfPupil(params.pupil),
      stores.consents.of(params.pupil),
    ]);
    if (sitting === null || !isOpen(consents, 'assessment', now)) throw new Problem('not-found');
    const source = await reportSource(stores, sitting, query.language, now);
    return new FileReply(fileName(params.kind, query.language), await reportPdf(writers[params.kind](source)));
  },
});

const writers: Readonly<Record<ReportKind, (source: ReportSource) => Report>> = { pupil: pupilReport };

/** The name a file is saved under says what it is and nothing of whom. */
const fileName = (kind: ReportKind, language: Language): string => `ustaz-${kind}-${language}.pdf`;

/** All a report on a submitted sitting is made from. @throws Problem `result-not-ready` before it is submitted */
async function reportSource(
  stores: Container,
  sitting: SittingDocument,
  language: Language,
  now: Date,
): Promise<ReportSource> {
  const result = sitting.state === 'submitted' ? await resultOf(stores, sitting, now) : null;
  const pupil = await stores.pupils.byId(sitting.pid);
  if (result === null || pupil === null) throw new Problem('result-not-ready');
  const [{ schoolClass, school }, identity] = await Promise.all([
    classAndSchool(stores, pupil.class),
    stores.identities.of(pupil._id),
  ]);
  const shelved = stores.instruments.version(sitting.instrument, sitting.instrumentVersion);
  return {
    language,
    result,
    plan: shelved.planFor({ language: sitting.language, demo: pupil.demo }),
    instrument: shelved.instrument,
    text: shelved.text(language),
    careers: shelved.careers,
    norm: shelved.normOf(result),
    wish: pupil.teachingWish?.wish ?? null,
    name: identity === null ? '' : `${identity.familyName} ${identity.givenName}`,
    place: `${school.names[language]}, ${schoolClass.name}`,
    demo: pupil.demo,
  };
}
