import { dayInWords } from '../day-words.ts';
import { withWish } from '../invitation.ts';
import { invitationWords } from '../propensity-words.ts';
import type { ReportSource } from './basis.ts';
import { fieldsBlock } from './fields-block.ts';
import { guardianPhrases } from './guardian-phrases.ts';
import { pupilPhrases } from './pupil-phrases.ts';
import { footOf, strengthsBlock } from './pupil-report.ts';
import type { Report, ReportBlock } from './report.ts';

const mostFields = 3;

/** For the guardian, in plain words: the pupil's own sentences, fields, what to do at home, what it cannot say, rights. */
export function guardianReport(source: ReportSource): Report {
  const { language, name, place, result, demo } = source;
  const said = guardianPhrases[language];
  const hasty = result.quality?.state === 'repeat-offered' ? [said.hasty] : [];
  return {
    language,
    title: said.title,
    about: [name, place].filter((part) => part !== '').join(' · '),
    headline: said.headline,
    summary: [said.what(dayInWords(result.submittedAt, language)), ...hasty, said.quoted],
    blocks: [
      strengthsBlock(source, said),
      ...fieldsBlock(source, said.fields, mostFields),
      ...teachingBlock(source, said.teachingTitle),
      { kind: 'points', title: said.home, points: said.homePoints },
      { kind: 'points', title: said.cannot, points: said.limits },
      { kind: 'text', title: said.rights, paragraphs: said.rightsText },
    ],
    foot: footOf(source, pupilPhrases[language]),
    demo,
  };
}

/** The invitation as the guardian reads it; what the pupil wished is the pupil's to tell. */
function teachingBlock({ language, result, wish }: ReportSource, title: string): ReportBlock[] {
  const { propensity } = result;
  if (propensity === undefined || propensity === null) return [];
  const { text } = invitationWords(language, withWish(propensity, wish), 'guardian');
  return [{ kind: 'text', title, paragraphs: [text] }];
}
