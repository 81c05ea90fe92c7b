import type { ScaleChange } from '../change.ts';
import { changeRows } from '../change-rows.ts';
import { dayInWords } from '../day-words.ts';
import { evidenceBands } from '../evidence-bands.ts';
import { fieldsWords } from '../field-words.ts';
import { withWish } from '../invitation.ts';
import { propensityWords } from '../propensity-words.ts';
import { qualityWords } from '../quality-words.ts';
import type { StoredResult } from '../result.ts';
import type { ReportSource } from './basis.ts';
import { type CounsellorPhrases, counsellorPhrases } from './counsellor-phrases.ts';
import { conversationPrompts } from './prompts.ts';
import { pupilPhrases } from './pupil-phrases.ts';
import { footOf, pictureBlock } from './pupil-report.ts';
import type { Report, ReportBlock } from './report.ts';
import { scaleTable } from './score-cells.ts';

/** The sitting before, and what changed since; null where there was none of this form. */
export type Earlier = { result: StoredResult; changes: readonly ScaleChange[] } | null;

/** The whole profile for the counsellor: quality first, then the index with its uncertainty, scales with error, change. */
export function counsellorReport(source: ReportSource, earlier: Earlier): Report {
  const { language, name, place, result, demo } = source;
  const said = counsellorPhrases[language];
  return {
    language,
    title: said.title,
    about: [name, place].filter((part) => part !== '').join(' · '),
    headline: said.headline,
    summary: [said.sitting(dayInWords(result.submittedAt, language), said.languages[result.language]), said.not],
    blocks: [
      ...qualityBlock(source, said),
      ...fieldBlock(source, said),
      ...propensityBlocks(source, said),
      ...promptBlock(source, said, earlier),
      ...changeBlock(source, said, earlier),
      scaleTable(source, said),
      pictureBlock(source, { ...pupilPhrases[language], ...said.picture }),
    ],
    foot: footOf(source, pupilPhrases[language], 'counsellor'),
    demo,
  };
}

export function qualityBlock({ language, result }: ReportSource, { quality }: CounsellorPhrases): ReportBlock[] {
  if (result.quality === undefined) return [];
  const { label, advice, flags } = qualityWords(language, result.quality);
  return [{ kind: 'points', title: quality, lead: `${label}. ${advice}`, points: flags.map(({ text }) => text) }];
}

function fieldBlock({ language, result, careers, text }: ReportSource, { fields }: CounsellorPhrases): ReportBlock[] {
  if (careers === null || result.fields === undefined || result.fields === null) return [];
  const words = fieldsWords(language, result.fields, careers, text);
  const line = ({ rank, name, because }: (typeof words.fields)[number]): string =>
    `${rank}. ${name}${because.length === 0 ? '' : ` (${fields.because(because.map((one) => `«${one}»`).join(', '))})`}`;
  return [{ kind: 'text', title: fields.title, paragraphs: words.fields.map(line) }];
}

function propensityBlocks(
  { language, result, text, wish, plan }: ReportSource,
  said: CounsellorPhrases,
): ReportBlock[] {
  if (result.propensity === undefined || result.propensity === null) return [];
  const words = propensityWords(language, withWish(result.propensity, wish), text, evidenceBands(result, plan));
  return [
    { kind: 'text', title: said.propensity, paragraphs: [`${words.label}. ${words.uncertainty}`, words.summary] },
    {
      kind: 'table',
      title: '',
      head: [said.pathway, said.status, said.evidence],
      rows: words.pathways.map(({ name, statusLabel, evidence }) => ({
        cells: [name, statusLabel, evidence.length === 0 ? said.none : evidence.join('; ')],
      })),
      note: '',
    },
  ];
}

function promptBlock(source: ReportSource, { prompts }: CounsellorPhrases, earlier: Earlier): ReportBlock[] {
  const points = conversationPrompts(source, earlier?.changes ?? []).map(({ question, why }) => `${question} (${why})`);
  return [{ kind: 'points', title: prompts, points }];
}

function changeBlock(source: ReportSource, said: CounsellorPhrases, earlier: Earlier): ReportBlock[] {
  const told = changeRows(source, earlier);
  if (told === null) return [];
  return [
    { kind: 'text', title: said.change, paragraphs: told.summary },
    {
      kind: 'table',
      title: '',
      head: said.changeHead,
      rows: told.changes
        .filter(({ verdict }) => verdict !== 'within-error')
        .map(({ name, before, after, text }) => ({ cells: [name, before, after, text] })),
      note: said.changeNote,
    },
  ];
}
