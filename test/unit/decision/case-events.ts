import fc from 'fast-check';
import type { CaseAct, CaseEvent, Standing } from '../../../server/domain/decision/case-event.ts';
import {
  answerAppeal,
  decide,
  declareConflict,
  makeAppeal,
  mayWorkOn,
} from '../../../server/domain/decision/case-rules.ts';
import { foldCase } from '../../../server/domain/decision/fold-case.ts';
import { Problem } from '../../../server/domain/problem.ts';

/** Something somebody tries to do to a case; the rules decide whether it becomes a line. */
export type Attempt =
  | { do: 'decide'; by: string; standing: Standing; wish: boolean | null }
  | { do: 'talk' | 'note' | 'conflict'; by: string }
  | { do: 'appeal'; by: 'pupil' | 'guardian' }
  | { do: 'answer'; by: string; standing: Standing | null; wish: boolean | null };

export const today = '2026-03-02';
const staff = fc.constantFrom('ayna', 'bota', 'sara');
const standing = fc.constantFrom<Standing>('recommended', 'not-discussed', 'second-conversation');
const wish = fc.constantFrom(true, false, null);

export const attempts = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('decide' as const), by: staff, standing, wish }),
    fc.record({ do: fc.constantFrom('talk' as const, 'note' as const, 'conflict' as const), by: staff }),
    fc.record({ do: fc.constant('appeal' as const), by: fc.constantFrom('pupil' as const, 'guardian' as const) }),
    fc.record({ do: fc.constant('answer' as const), by: staff, standing: fc.option(standing), wish }),
  ),
  { maxLength: 40 },
);

/** What the rules make of an attempt in a case with these lines; null where they refuse. */
export function act(events: readonly CaseEvent[], attempt: Attempt): CaseAct | null {
  const state = foldCase(events);
  const plannedOn = (chosen: Standing) => (chosen === 'second-conversation' ? today : null);
  try {
    switch (attempt.do) {
      case 'decide': {
        const ruling = { standing: attempt.standing, plannedOn: plannedOn(attempt.standing) };
        return decide(state, ruling, { by: attempt.by, today, wish: attempt.wish });
      }
      case 'talk':
        mayWorkOn(state, attempt.by);
        return { kind: 'conversation', on: today, present: ['pupil'] };
      case 'note':
        mayWorkOn(state, attempt.by);
        return { kind: 'note' };
      case 'conflict':
        return declareConflict(state, attempt.by, 'relative', null);
      case 'appeal':
        return makeAppeal(state);
      case 'answer': {
        const chosen = attempt.standing;
        const ruling = chosen === null ? null : { standing: chosen, plannedOn: plannedOn(chosen) };
        return answerAppeal(state, ruling, { by: attempt.by, today, wish: attempt.wish });
      }
    }
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

/** The log that these attempts leave. */
export function logOf(tries: readonly Attempt[]): CaseEvent[] {
  const events: CaseEvent[] = [];
  for (const attempt of tries) {
    const line = act(events, attempt);
    const seq = events.length + 1;
    if (line !== null)
      events.push({ pid: 'p', seq, at: new Date(seq * 60_000), by: attempt.by, role: 'counsellor', ...line });
  }
  return events;
}
