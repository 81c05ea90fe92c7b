import { dayInWords } from '../day-words.ts';
import { withWish } from '../invitation.ts';
import { opening, scaleResults } from '../profile-words.ts';
import { invitationWords } from '../propensity-words.ts';
import { type ReportSource, strengthsOf, toldScales } from './basis.ts';
import { fieldsBlock } from './fields-block.ts';
import { pictureRows } from './picture.ts';
import { type PupilPhrases, pupilPhrases } from './pupil-phrases.ts';
import type { Report, ReportBlock } from './report.ts';

/** Fields told in full; more would be a catalogue. */
const mostFields = 4;

/** The pupil's report: what stands out, fields that fit, teaching, what to do next, what it cannot say, one picture. */
export function pupilReport(source: ReportSource): Report {
  const { language, name, place, demo } = source;
  const said = pupilPhrases[language];
  return {
    language,
    title: said.title,
    about: [name, place].filter((part) => part !== '').join(' · '),
    ...openingOf(source, said),
    blocks: [
      strengthsBlock(source, said),
      ...fieldsBlock(source, said.fields, mostFields),
      ...teachingBlock(source, said),
      { kind: 'points', title: said.next, points: said.steps },
      { kind: 'points', title: said.cannot, points: said.limits },
      pictureBlock(source, said),
    ],
    foot: footOf(source, said),
    demo,
  };
}

function openingOf(source: ReportSource, said: PupilPhrases): { headline: string; summary: string[] } {
  const { language, result, plan, text } = source;
  const told = new Set(toldScales(source).map(({ scale }) => scale));
  const scales = scaleResults(result, plan, text).filter(({ scale }) => told.has(scale));
  const { headline, summary } = opening(scales, language);
  const hasty = result.quality?.state === 'repeat-offered' ? [said.hasty] : [];
  return { headline, summary: [summary, ...hasty] };
}

export function strengthsBlock(
  source: ReportSource,
  { strengths, buckets }: Pick<PupilPhrases, 'strengths' | 'buckets'>,
): ReportBlock {
  return {
    kind: 'strengths',
    title: strengths,
    groups: strengthsOf(source).map(({ bucket, scales }) => ({
      title: buckets[bucket],
      items: scales.map(({ name, sentence }) => ({ name, text: sentence })),
    })),
  };
}

function teachingBlock({ language, result, wish }: ReportSource, said: PupilPhrases): ReportBlock[] {
  const { propensity } = result;
  if (propensity === undefined || propensity === null) return [];
  const { text } = invitationWords(language, withWish(propensity, wish), 'pupil');
  const own = said.wished[wish === null ? 'open' : wish ? 'yes' : 'no'];
  return [{ kind: 'text', title: said.teachingTitle, paragraphs: [text, own] }];
}

export function pictureBlock(
  source: ReportSource,
  {
    picture,
    legend,
    rough,
    allRough,
    tooFew,
  }: Pick<PupilPhrases, 'picture' | 'legend' | 'rough' | 'allRough' | 'tooFew'>,
): ReportBlock {
  const rows = pictureRows(source, tooFew);
  const isRough = rows.some(({ mean, dot }) => mean !== null && !dot);
  const mixed = isRough ? `${legend} ${rough}` : legend;
  return { kind: 'picture', title: picture, legend: rows.some(({ dot }) => dot) ? mixed : allRough, rows };
}

/** On what a report rests. Only in the demo is a pupil, or a guardian, told of a comparison with others. */
export function footOf(
  { language, result, norm, demo }: ReportSource,
  { foot }: Pick<PupilPhrases, 'foot'>,
  reader: 'family' | 'counsellor' = 'family',
): string[] {
  const { instrument, instrumentVersion, engineVersion, submittedAt } = result;
  const isTold = norm !== null && (demo || reader === 'counsellor');
  const compared = isTold
    ? foot[norm.provisional ? 'norm' : 'ownNorm'](`${norm.id} ${norm.version}`, norm.n)
    : foot.noNorm;
  return [
    foot.day(dayInWords(submittedAt, language)),
    foot.versions(`${instrument} ${instrumentVersion}`, engineVersion),
    compared,
    ...(demo ? [foot.demo] : []),
  ];
}
