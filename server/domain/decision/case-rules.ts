import { Problem } from '../problem.ts';
import type { CaseAct, Relation, Ruling } from './case-event.ts';
import { type CaseState, openAppeal } from './fold-case.ts';

/** Who acts, on what day (in Kazakhstan), and what the pupil wishes. */
export type Acting = { by: string; today: string; wish: boolean | null };

/** Someone who declared to be too near writes nothing and decides nothing here. */
export function mayWorkOn(state: CaseState, by: string): void {
  if (state.conflicted.has(by)) throw new Problem('conflict-of-interest');
}

/**
 * A decision as a line of the log. Impossible: a recommendation the pupil does not wish, one that nobody talked over with
 * them, a second conversation without a day to come, and any decision while an appeal waits for someone else.
 */
export function decide(state: CaseState, ruling: Ruling, acting: Acting): CaseAct {
  mayWorkOn(state, acting.by);
  if (openAppeal(state) !== null) throw new Problem('appeal-open');
  return { kind: 'decision', ...checked(state, ruling, acting) };
}

function checked(state: CaseState, { standing, plannedOn }: Ruling, { wish, today }: Acting): Ruling {
  if (standing === 'recommended' && wish !== true) throw new Problem('wish-missing');
  if (standing === 'recommended' && state.conversations === 0) throw new Problem('conversation-missing');
  if (standing !== 'second-conversation') return { standing, plannedOn: null };
  if (plannedOn === null || plannedOn < today) throw invalid('/body/plannedOn', 'a day that is not in the past');
  return { standing, plannedOn };
}

/** Words that say something: a reason of blanks is none. `pointer`: the field they came in. */
export function said(text: string, pointer: string): string {
  const words = text.trim();
  if (words.length < 3) throw invalid(pointer, 'some words');
  return words;
}

/** A conversation is written down after it took place. */
export function checkDone(on: string, { today }: Pick<Acting, 'today'>): void {
  if (on > today) throw invalid('/body/on', 'a day that is not in the future');
}

/** The case goes to `to`, who must be someone else and free of a conflict; null where there is nobody. */
export function declareConflict(state: CaseState, by: string, relation: Relation, to: string | null): CaseAct {
  if (to !== null && (to === by || state.conflicted.has(to))) throw invalid('/body/to', 'somebody else');
  return { kind: 'conflict', relation, to };
}

/** One appeal at a time; there may be another once it has been answered. */
export function makeAppeal(state: CaseState): CaseAct {
  if (openAppeal(state) !== null) throw new Problem('appeal-open');
  return { kind: 'appeal' };
}

/** Answered by someone who neither decided here nor is too near. `ruling` null: what was decided stands. */
export function answerAppeal(state: CaseState, ruling: Ruling | null, acting: Acting): CaseAct {
  const appeal = openAppeal(state);
  if (appeal === null) throw new Problem('not-found');
  mayWorkOn(state, acting.by);
  if (state.deciders.has(acting.by)) throw new Problem('own-decision');
  return { kind: 'answer', appeal: appeal.seq, ruling: ruling === null ? null : checked(state, ruling, acting) };
}

const invalid = (pointer: string, detail: string): Problem =>
  new Problem('input-invalid', { errors: [{ pointer, detail }] });
