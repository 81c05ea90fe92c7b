import type { CaseAct, CaseEvent } from '../domain/decision/case-event.ts';
import { Problem } from '../domain/problem.ts';
import { databaseProblem } from './database.ts';
import type { Db, Filter } from './driver.ts';

/** What a line says in words, sealed with the pupil's key under a name of its own. */
export type SealedWords = { id: string; sealed: string };

/** Where the pupil was when the line was written. */
export type CasePlace = { school: string; region: string };

export type StoredCaseEvent = CaseEvent & CasePlace & { words: SealedWords | null };
type CaseDocument = StoredCaseEvent & { _id: string };

export type NewCaseEvent = { pid: string; at: Date; by: string; role: string; words: SealedWords | null } & CasePlace;

/** Cases at these schools, of a region, or (null) anywhere. */
export type CaseArea = { schools: readonly string[] } | { region: string } | null;

export type CaseStore = ReturnType<typeof caseStore>;

const mostTries = 8;

/** The log of every pupil's case: lines are numbered per pupil and only ever added. */
export function caseStore(db: Db) {
  const cases = db.collection<CaseDocument>('cases');
  const find = (filter: Filter<CaseDocument>) =>
    cases.find(filter, { projection: { _id: 0 } }).sort({ pid: 1, seq: 1 });

  const of = (pid: string): Promise<StoredCaseEvent[]> => find({ pid }).toArray();

  const grouped = (events: readonly StoredCaseEvent[]): Map<string, StoredCaseEvent[]> => {
    const byPupil = new Map<string, StoredCaseEvent[]>();
    for (const event of events) byPupil.set(event.pid, [...(byPupil.get(event.pid) ?? []), event]);
    return byPupil;
  };

  const pidsWith = (kind: CaseEvent['kind'], where: CaseArea): Promise<string[]> => {
    const at = where === null ? {} : 'region' in where ? where : { school: { $in: [...where.schools] } };
    return cases.distinct('pid', { kind, ...at });
  };

  return {
    of,
    ofMany: async (pids: readonly string[]): Promise<Map<string, StoredCaseEvent[]>> =>
      grouped(await find({ pid: { $in: [...pids] } }).toArray()),

    /**
     * Adds the line that the rules make of the case as it stands. Somebody else may write at the same moment: the number is
     * then taken, and the rules are asked again with what they wrote.
     */
    async append(fresh: NewCaseEvent, rule: (events: readonly StoredCaseEvent[]) => CaseAct): Promise<void> {
      for (let attempt = 0; ; attempt += 1) {
        const events = await of(fresh.pid);
        const seq = (events.at(-1)?.seq ?? 0) + 1;
        try {
          await cases.insertOne({ _id: `${fresh.pid}:${seq}`, ...fresh, seq, ...rule(events) });
          return;
        } catch (error) {
          const problem = databaseProblem(error);
          if (!(problem instanceof Problem) || problem.slug !== 'already-there' || attempt >= mostTries) throw error;
        }
      }
    },
    addAll: async (events: readonly StoredCaseEvent[]): Promise<void> => {
      if (events.length > 0)
        await cases.insertMany(events.map((event) => ({ _id: `${event.pid}:${event.seq}`, ...event })));
    },

    /** Whose cases have an appeal, answered or not, at these schools, in this region or anywhere. */
    appealed: (where: CaseArea): Promise<string[]> => pidsWith('appeal', where),
    /** In whose cases somebody has declared to be too near. */
    withConflict: (where: CaseArea): Promise<string[]> => pidsWith('conflict', where),
    /** Whose cases at a school this person wrote in or was given. */
    touchedBy: async (staff: string, school: string): Promise<string[]> => {
      const [by, to] = await Promise.all([
        cases.distinct('pid', { by: staff, school }),
        cases.distinct('pid', { to: staff, school }),
      ]);
      return [...new Set([...by, ...to])];
    },
  };
}
