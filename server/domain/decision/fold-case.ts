import type { CaseEvent, Ruling, Standing } from './case-event.ts';

export type Decided = Ruling & { seq: number; by: string; at: Date };
export type Appeal = {
  seq: number;
  at: Date;
  by: string;
  answer: { seq: number; by: string; at: Date; isChanged: boolean } | null;
};

/** A case as it stands now, folded from its log. */
export type CaseState = {
  last: Decided | null;
  conversations: number;
  /** Everyone who ever decided here: none of them answers an appeal. */
  deciders: ReadonlySet<string>;
  /** Everyone who declared to be too near. */
  conflicted: ReadonlySet<string>;
  /** Who looks after the case; null: nobody yet, or somebody has to be named. */
  responsible: string | null;
  appeals: readonly Appeal[];
};

const untouched: CaseState = {
  last: null,
  conversations: 0,
  deciders: new Set(),
  conflicted: new Set(),
  responsible: null,
  appeals: [],
};

/** Folds the lines in the order they were written; what is not known of is nowhere else. */
export const foldCase = (events: readonly CaseEvent[]): CaseState => events.reduce(step, untouched);

function step(state: CaseState, event: CaseEvent): CaseState {
  switch (event.kind) {
    case 'conversation':
      return { ...state, conversations: state.conversations + 1, responsible: event.by };
    case 'decision':
      return { ...decided(state, event, event), responsible: event.by };
    case 'conflict':
      return { ...state, conflicted: new Set([...state.conflicted, event.by]), responsible: event.to };
    case 'assigned':
      return { ...state, responsible: event.to };
    case 'appeal':
      return {
        ...state,
        appeals: [...state.appeals, { seq: event.seq, at: event.at, by: event.by, answer: null }],
      };
    case 'answer':
      return answered(state, event);
    default:
      return state;
  }
}

function decided(state: CaseState, { standing, plannedOn }: Ruling, { seq, by, at }: CaseEvent): CaseState {
  const deciders = new Set([...state.deciders, by]);
  return { ...state, deciders, last: { standing, plannedOn, seq, by, at } };
}

function answered(state: CaseState, event: Extract<CaseEvent, { kind: 'answer' }>): CaseState {
  const { appeal, ruling, seq, by, at } = event;
  const appeals = state.appeals.map((one) =>
    one.seq === appeal ? { ...one, answer: { seq, by, at, isChanged: ruling !== null } } : one,
  );
  return { ...(ruling === null ? state : decided(state, ruling, event)), appeals };
}

/** The appeal that waits for an answer; at most one does. */
export const openAppeal = ({ appeals }: CaseState): Appeal | null =>
  appeals.find(({ answer }) => answer === null) ?? null;

/**
 * Where the pupil stands now. A recommendation holds only while the pupil wishes it: taken back, it rests, and it holds
 * again if the pupil changes their mind again; nobody loses it by a slip of the finger.
 */
export function standingNow({ last }: CaseState, wish: boolean | null): Standing {
  if (last === null || (last.standing === 'recommended' && wish !== true)) return 'not-discussed';
  return last.standing;
}
