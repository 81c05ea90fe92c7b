/** Where a pupil stands on the road to teaching. There is no third word for «no»: nobody is told off it. */
export type Standing = 'recommended' | 'not-discussed' | 'second-conversation';

export type Present = 'pupil' | 'guardian' | 'teacher' | 'psychologist' | 'other';
export type EvidenceKind = 'marks' | 'observation' | 'tutoring';
export type Relation = 'own-child' | 'relative' | 'close';

/** A decision: `plannedOn` is the day of the second conversation, null for the other standings. */
export type Ruling = { standing: Standing; plannedOn: string | null };

/**
 * What happened in a pupil's case. Words (a note, a reason) are not here but beside, sealed with the pupil's key: the rules
 * need to know that a reason was given, never what it says.
 */
export type CaseAct =
  | { kind: 'note' }
  | { kind: 'conversation'; on: string; present: readonly Present[] }
  | { kind: 'evidence'; about: EvidenceKind; on: string }
  | ({ kind: 'decision' } & Ruling)
  /** Someone says that they are too near to this pupil to decide; `to` takes the case, null: somebody has to be named. */
  | { kind: 'conflict'; relation: Relation; to: string | null }
  | { kind: 'assigned'; to: string }
  | { kind: 'appeal' }
  /** An appeal (by its number) is answered: the standing is kept (`ruling` null) or changed. */
  | { kind: 'answer'; appeal: number; ruling: Ruling | null }
  /** A department opened the name, and said why. */
  | { kind: 'opened' };

/** One line of the log; lines are only ever added. `by` is a staff id, `pupil` or `guardian`. */
export type CaseEvent = { pid: string; seq: number; at: Date; by: string; role: string } & CaseAct;
