import type { Container } from '../../container.ts';
import type { PupilCase } from '../../contract/case.schema.ts';
import { consentState } from '../../domain/consent.ts';
import { isCandidate } from '../../domain/decision/candidate.ts';
import { foldCase, openAppeal, standingNow } from '../../domain/decision/fold-case.ts';
import { Problem } from '../../domain/problem.ts';
import { namedIn, toLine } from './case-line.ts';
import { deskOf, peopleAround } from './case-people.ts';
import { openWords } from './case-words.ts';

/** A pupil's case for a counsellor who reaches the pupil; empty of words for one who declared to be too near. */
export async function readCase(stores: Container, pid: string, reader: string, now: Date): Promise<PupilCase> {
  const [pupil, events, consents] = await Promise.all([
    stores.pupils.byId(pid),
    stores.cases.of(pid),
    stores.consents.of(pid),
  ]);
  if (pupil === null) throw new Problem('not-found');
  const state = foldCase(events);
  const isConflicted = state.conflicted.has(reader);
  const wish = pupil.teachingWish?.wish ?? null;
  const shown = isConflicted ? [] : events;
  const [words, people] = await Promise.all([openWords(stores, shown), peopleAround(stores, pupil, now)]);
  const names = await stores.staff.names([...new Set([...namedIn(events), ...people.school, state.responsible ?? ''])]);
  const named = (id: string) => ({ id, name: names.get(id) ?? id });
  const appeal = openAppeal(state);
  const desk = await deskOf(stores, state, pupil, now);
  return {
    pid,
    region: pupil.region,
    standing: standingNow(state, wish),
    plannedOn: state.last?.plannedOn ?? null,
    wish,
    department: {
      guardian: consentState(consents, 'department', 'guardian', now),
      pupil: consentState(consents, 'department', 'pupil', now),
    },
    isCandidate: isCandidate(wish, consents, now),
    conversations: state.conversations,
    isConflicted,
    responsible: state.responsible === null ? null : named(state.responsible),
    colleagues: people.school.filter((id) => id !== reader && !state.conflicted.has(id)).map(named),
    appeal:
      appeal === null
        ? null
        : {
            seq: appeal.seq,
            at: appeal.at.toISOString(),
            by: appeal.by === 'guardian' ? 'guardian' : 'pupil',
            level: desk.level,
            mayAnswer: desk.level === 'school' && desk.people.includes(reader),
          },
    lines: shown.map((event) => toLine(event, { names, words })).slice(-1000),
  };
}
