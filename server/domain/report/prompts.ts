import { describe, type Level } from '../../../scoring/index.ts';
import type { ScaleChange } from '../change.ts';
import { withWish } from '../invitation.ts';
import { type ReportSource, strengthsOf } from './basis.ts';
import { type Prompt, promptPhrases } from './prompt-phrases.ts';

/** As many as one conversation holds. */
const most = 8;
const openShare = 0.1;

/**
 * «What to ask in the conversation»: questions built from the profile, those that decide how far to trust it first. Nothing
 * is asked about a teaching career that the pupil has declined to hear of.
 */
export function conversationPrompts(source: ReportSource, changes: readonly ScaleChange[]): Prompt[] {
  const said = promptPhrases[source.language];
  return [...trust(source), ...interests(source), ...changed(source, changes), ...teaching(source), ...person(source)]
    .slice(0, most - 1)
    .concat(said.next);
}

function trust({ language, result, instrument }: ReportSource): Prompt[] {
  const said = promptPhrases[language];
  const { quality, scales } = result;
  const given = scales.reduce((sum, { answered }) => sum + answered, 0);
  const all = scales.reduce((sum, { of }) => sum + of, 0);
  return [
    ...(quality !== undefined && quality.state !== 'valid' ? [said.answering] : []),
    ...(quality?.mixedLanguages ? [said.languages] : []),
    ...(instrument.items.length > 0 && given < (1 - openShare) * all ? [said.open] : []),
  ];
}

function interests(source: ReportSource): Prompt[] {
  const { language, result, careers } = source;
  const said = promptPhrases[language];
  const { fields } = result;
  const [first] = strengthsOf(source).filter(({ bucket }) => bucket !== 'likes');
  const strength = first?.scales[0] === undefined ? [] : [said.strength(first.scales[0].name)];
  if (fields === undefined || fields === null || careers === null) return strength;
  const names = fields.fields
    .slice(0, 3)
    .flatMap(({ field }) => careers.fields.find(({ id }) => id === field)?.name[language] ?? []);
  return [fields.distinct ? said.fields(names.join(', ').toLocaleLowerCase(language)) : said.flat, ...strength];
}

function changed({ language, text }: ReportSource, changes: readonly ScaleChange[]): Prompt[] {
  const real = changes.filter(({ verdict }) => verdict === 'up' || verdict === 'down').slice(0, 3);
  const names = real.map(({ scale }) => `«${text.scales[scale]?.name ?? scale}»`);
  return names.length === 0 ? [] : [promptPhrases[language].changed(names.join(', '))];
}

function teaching(source: ReportSource): Prompt[] {
  const said = promptPhrases[source.language];
  const { propensity } = source.result;
  if (propensity === undefined || propensity === null) return [];
  if (source.wish === false) return [said.declined];
  const level = levels(source);
  const isInvited = withWish(propensity, source.wish).state === 'invited-to-talk';
  const motive = level.get('teaching-motives');
  const skill = level.get('helping-efficacy');
  return [
    ...(source.wish ? [said.wished] : isInvited ? [said.unasked] : []),
    ...(motive === 'high' && skill !== undefined && skill !== 'high' ? [said.motiveAhead] : []),
    ...(skill === 'high' && motive !== undefined && motive !== 'high' ? [said.skillAhead] : []),
    ...(isHigh(source, 'fallback') ? [said.fallback] : []),
    ...(isHigh(source, 'dissuasion') ? [said.dissuasion] : []),
    ...(level.get('learning-experiences') === 'high' ? [said.example] : []),
  ];
}

function person(source: ReportSource): Prompt[] {
  return levels(source).get('emotional-stability') === 'low' ? [promptPhrases[source.language].feelings] : [];
}

function levels({ plan, result, text }: ReportSource): ReadonlyMap<string, Level> {
  return new Map(
    describe(plan, result, text).flatMap((one) => (one.kind === 'described' ? [[one.scale, one.level] as const] : [])),
  );
}

/** A scale of context, by its own answer scale: it is compared with nobody. */
function isHigh({ result }: ReportSource, id: string): boolean {
  const score = result.scales.find(({ scale }) => scale === id);
  return score?.kind === 'scored' && score.anchor >= 4;
}
