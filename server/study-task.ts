import type { Container } from './container.ts';
import type { FormStudyReport, StudyReport } from './contract/study-report.ts';
import { asksAboutForm, type Study } from './domain/study.ts';
import { keepDraft, type NormOrder, orderNorm } from './resources/norms/norm-desk.ts';
import { orderKeyEffect } from './resources/panel/key-effect-order.ts';
import { orderRescorePreview } from './resources/rescore/preview-order.ts';
import { studyRows } from './study-rows.ts';
import { instrumentScales } from './task/bench/keyed-scales.ts';
import { CommandProblem } from './task/command-problem.ts';
import type { StudyFinding, StudyInput, StudyTask } from './task/study/run-study.ts';

export type StudyStores = Pick<
  Container,
  | 'studies'
  | 'results'
  | 'sittings'
  | 'instruments'
  | 'catalogue'
  | 'norms'
  | 'panels'
  | 'publishedKeys'
  | 'publishedNorms'
  | 'now'
>;

/** A study made ready: what the thread computes from, and what becomes of what it finds. `n`: persons, where persons answered. */
export type ReadyStudy = {
  task: StudyTask;
  n: number | null;
  keep(finding: StudyFinding): Promise<StudyReport>;
};

/** @throws CommandProblem, Problem where what it rests on is not there (any more) */
export async function readyStudy(stores: StudyStores, study: Study): Promise<ReadyStudy> {
  if (study.kind === 'norm') return readyNorm(stores, study);
  if (study.kind === 'key-effect') return readyKeyEffect(stores, study);
  if (study.kind === 'rescore-preview') return readyRescorePreview(stores, study);
  const task = await formTask(stores, study, study.kind);
  return { task, n: task.kind === 'adaptive' ? null : task.n, keep: async (finding) => formReport(finding) };
}

function formReport(finding: StudyFinding): StudyReport {
  if (isFormReport(finding)) return finding;
  throw wrongFinding();
}

const isFormReport = (finding: StudyFinding): finding is FormStudyReport => asksAboutForm(finding.kind);

async function readyNorm(stores: StudyStores, study: Study): Promise<ReadyStudy> {
  const { language } = study.settings;
  if (language === undefined) throw new CommandProblem('the language of the sittings is not known');
  const { source, place } = await orderNorm(stores, { campaign: study.source.id, language }, stores.now());
  return {
    task: { kind: 'norm', source },
    n: source.rows.values.length,
    keep: (finding) => normReport(stores, study, place, finding),
  };
}

/** The norm is kept as a draft of whoever asked for it; the report says where. */
async function normReport(
  stores: StudyStores,
  study: Study,
  place: NormOrder['place'],
  finding: StudyFinding,
): Promise<StudyReport> {
  if (finding.kind !== 'norm') throw wrongFinding();
  const { by, name } = study.asked;
  const { _id, language, sample, against, effect, comparison } = await keepDraft(stores, place, finding.built, {
    built: { by, name, at: stores.now() },
    study: study._id,
  });
  const scales = comparison.map(({ scale, next, current, shift }) => ({ scale, next, current, shift }));
  return { kind: 'norm', norm: _id, language, sample, against, effect, scales };
}

async function readyKeyEffect(stores: StudyStores, { source, settings }: Study): Promise<ReadyStudy> {
  const [campaign, panel] = await Promise.all([
    stores.catalogue.campaign(source.id),
    stores.panels.byId(settings.panel ?? ''),
  ]);
  if (campaign === null || panel === null) throw new CommandProblem('the campaign or the panel is no longer here');
  const order = await orderKeyEffect(stores, campaign, panel, await stores.panels.expertsOf(panel._id));
  if (order.rows.length === 0) throw new CommandProblem('nobody has answered yet');
  return {
    task: { kind: 'key-effect', source: order },
    n: order.rows.length,
    keep: async (finding) => {
      if (finding.kind !== 'key-effect') throw wrongFinding();
      return { kind: 'key-effect', panel: panel.number, effect: finding.effect };
    },
  };
}

async function readyRescorePreview(stores: StudyStores, { source }: Study): Promise<ReadyStudy> {
  const campaign = await stores.catalogue.campaign(source.id);
  if (campaign === null) throw new CommandProblem('the campaign is no longer here');
  const order = await orderRescorePreview(stores, campaign);
  return {
    task: { kind: 'rescore-preview', source: order },
    n: order.rows.length,
    keep: async (finding) => {
      if (finding.kind !== 'rescore-preview') throw wrongFinding();
      return finding;
    },
  };
}

const wrongFinding = (): Error => new Error('the thread answered another question');

async function formTask(stores: StudyStores, study: Study, kind: StudyInput['kind']): Promise<StudyInput> {
  const { instrument, answerDomain } = stores.instruments.version(study.instrument, study.instrumentVersion);
  const { settings } = study;
  if (kind === 'adaptive') return { ...nobody, kind, scales: [], settings, banks: await banksOf(stores, study) };
  const { scale, dropped = [] } = settings;
  const scales = instrumentScales(instrument, (item) => [...(answerDomain.get(item) ?? [])])
    .filter(({ scale: id }) => scale === undefined || id === scale)
    .map((one) => ({ ...one, items: one.items.filter(({ item }) => !dropped.includes(item)) }))
    .filter(({ items }) => items.length > 1);
  const rows = await studyRows(stores, study, instrument);
  if (rows.n === 0) throw new CommandProblem('nobody has answered yet');
  return { ...rows, kind, scales, settings, banks: [] };
}

const nobody = { items: [], n: 0, values: new Float64Array(0), times: null, groups: {} };

async function banksOf({ studies }: StudyStores, { settings }: Study): Promise<StudyInput['banks']> {
  const calibration = settings.calibration === undefined ? null : await studies.byId(settings.calibration);
  if (calibration?.report?.kind !== 'calibration')
    throw new CommandProblem('there is no finished calibration to take items from');
  return calibration.report.scales.filter(({ scale }) => settings.scale === undefined || scale === settings.scale);
}
