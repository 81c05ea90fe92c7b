import type { Container } from '../../container.ts';
import { wordingVersion } from '../../domain/consent-wording.ts';
import type { CaseAct } from '../../domain/decision/case-event.ts';
import { kazakhstanDay } from '../../domain/kazakhstan-day.ts';
import { sealWords } from '../../resources/decision/case-words.ts';
import type { PupilDocument } from '../../store/pupils.ts';
import { type DemoStep, type DemoWho, demoStories } from './case-stories.ts';
import type { DemoPeople } from './people.ts';

const dayMs = 86_400_000;

/** Gives some who have finished a story: conversations, what teachers saw, decisions, an appeal. All of it invented. */
export async function addCases(stores: Container, people: DemoPeople, now: Date): Promise<void> {
  const finished = new Set(people.sittings.filter(({ state }) => state === 'submitted').map(({ pid }) => pid));
  const taken = new Set<string>();
  for (const story of demoStories) {
    const pupil = people.pupils.find(
      ({ _id, class: schoolClass }) => schoolClass === story.class && finished.has(_id) && !taken.has(_id),
    );
    if (pupil === undefined) continue;
    taken.add(pupil._id);
    if (story.wish !== null) await stores.pupils.setWish(pupil._id, story.wish, daysAgo(now, 20));
    if (story.consents) await addConsents(stores, pupil, daysAgo(now, 18));
    for (const step of story.steps) await addStep(stores, pupil, story.counsellor, step, now);
  }
}

const daysAgo = (now: Date, days: number): Date => new Date(now.getTime() - days * dayMs);

async function addConsents(stores: Container, { _id: pid, language }: PupilDocument, at: Date): Promise<void> {
  const line = { pid, language, purpose: 'department', action: 'given', how: 'simulated', signedBy: null } as const;
  const expiresAt = new Date(at.getTime() + 365 * dayMs);
  const recorded = { at, expiresAt, wording: wordingVersion.department, recordedBy: 'simulation' };
  await stores.consents.add([
    { ...line, ...recorded, party: 'guardian' },
    { ...line, ...recorded, party: 'pupil' },
  ]);
}

async function addStep(
  stores: Container,
  { _id: pid, school, region }: PupilDocument,
  counsellor: string,
  { daysAgo: days, by, text, source, ...step }: DemoStep,
  now: Date,
): Promise<void> {
  const at = daysAgo(now, days);
  const said = { text, ...(source === undefined ? {} : { source }) };
  const words = text === '' ? null : await sealWords(stores, pid, said);
  const who: Readonly<Record<DemoWho, { by: string; role: string }>> = {
    counsellor: { by: counsellor, role: 'counsellor' },
    pupil: { by: 'pupil', role: 'pupil' },
    guardian: { by: 'guardian', role: 'guardian' },
  };
  await stores.cases.append({ pid, at, ...who[by], school, region, words }, () => dated(step.act, at, now));
}

/** Days that a story leaves open: a conversation was held that day, a second one is a week ahead. */
function dated(act: CaseAct, at: Date, now: Date): CaseAct {
  if (act.kind === 'conversation' || act.kind === 'evidence') return { ...act, on: kazakhstanDay(at) };
  const isPlanned = act.kind === 'decision' && act.standing === 'second-conversation';
  return isPlanned ? { ...act, plannedOn: kazakhstanDay(new Date(now.getTime() + 7 * dayMs)) } : act;
}
