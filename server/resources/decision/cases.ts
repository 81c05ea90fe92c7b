import type { Container } from '../../container.ts';
import {
  type NewConflict,
  type NewConversation,
  type NewDecision,
  type NewEvidence,
  type NewNote,
  newConflict,
  newConversation,
  newDecision,
  newEvidence,
  newNote,
  type PupilCase,
  pupilCase,
} from '../../contract/case.schema.ts';
import { type PupilParams, pupilParams } from '../../contract/school.schema.ts';
import { shape } from '../../contract/shape.ts';
import type { StaffActor } from '../../domain/actor.ts';
import type { CaseAct } from '../../domain/decision/case-event.ts';
import { type Acting, checkDone, decide, declareConflict, mayWorkOn } from '../../domain/decision/case-rules.ts';
import { type CaseState, foldCase } from '../../domain/decision/fold-case.ts';
import { kazakhstanDay } from '../../domain/kazakhstan-day.ts';
import { Problem } from '../../domain/problem.ts';
import { endpoint } from '../../http/endpoint.ts';
import { asStaff } from '../actors.ts';
import { peopleAround } from './case-people.ts';
import { readCase } from './case-view.ts';
import { sealWords, type Words } from './case-words.ts';

const ofPupil = { of: 'pupil', param: 'pupil' } as const;
const replies = { params: shape<PupilParams>(pupilParams), reply: shape<PupilCase>(pupilCase) };

export const readPupilCase = endpoint({
  method: 'get',
  path: '/api/pupils/:pupil/case',
  summary: 'A pupil’s case: standing, notes, conversations, what was observed, every change with who and when',
  permission: 'case.read',
  scope: ofPupil,
  ...replies,
  audit: { action: 'case.read', target: 'pupil' },
  handle: (stores, { params, actor, now }) => readCase(stores, params.pupil, asStaff(actor).id, now),
});

export const addNote = endpoint({
  method: 'post',
  path: '/api/pupils/:pupil/case/notes',
  summary: 'A note, sealed with the pupil’s key; the pupil may read it',
  permission: 'case.write',
  scope: ofPupil,
  ...replies,
  body: shape<NewNote>(newNote),
  audit: { action: 'case.note', target: 'pupil' },
  handle: (stores, { params, body, actor, now }) =>
    write(stores, params.pupil, asStaff(actor), now, { text: body.text }, (state, { by }) => {
      mayWorkOn(state, by);
      return { kind: 'note' };
    }),
});

export const addConversation = endpoint({
  method: 'post',
  path: '/api/pupils/:pupil/case/conversations',
  summary: 'A conversation that took place: the day, who was there, what was talked about',
  permission: 'case.write',
  scope: ofPupil,
  ...replies,
  body: shape<NewConversation>(newConversation),
  audit: { action: 'case.conversation', target: 'pupil' },
  async handle(stores, { params: { pupil }, body: { text, on, present }, actor, now }) {
    const written = await write(stores, pupil, asStaff(actor), now, { text }, (state, acting) => {
      mayWorkOn(state, acting.by);
      checkDone(on, acting);
      return { kind: 'conversation', on, present };
    });
    // Whoever asked to talk has talked.
    if (present.includes('pupil')) await stores.pupils.askTalk(pupil, null);
    return written;
  },
});

export const addEvidence = endpoint({
  method: 'post',
  path: '/api/pupils/:pupil/case/evidence',
  summary: 'What a questionnaire cannot know: marks, a teacher’s observation, a try-out at tutoring',
  permission: 'case.write',
  scope: ofPupil,
  ...replies,
  body: shape<NewEvidence>(newEvidence),
  audit: { action: 'case.evidence', target: 'pupil' },
  handle: (stores, { params, body: { text, source, on, about }, actor, now }) =>
    write(stores, params.pupil, asStaff(actor), now, { text, source }, (state, acting) => {
      mayWorkOn(state, acting.by);
      checkDone(on, acting);
      return { kind: 'evidence', on, about };
    }),
});

export const addDecision = endpoint({
  method: 'post',
  path: '/api/pupils/:pupil/case/decisions',
  summary: 'Recommended, not yet discussed, or a second conversation planned: one pupil, with a reason in words',
  permission: 'case.write',
  scope: ofPupil,
  ...replies,
  body: shape<NewDecision>(newDecision),
  audit: { action: 'case.decision', target: 'pupil' },
  handle: (stores, { params, body: { reason, ...ruling }, actor, now }) =>
    write(stores, params.pupil, asStaff(actor), now, { text: reason }, (state, acting) =>
      decide(state, ruling, acting),
    ),
});

export const addConflict = endpoint({
  method: 'post',
  path: '/api/pupils/:pupil/case/conflicts',
  summary: 'Declare that one is too near to this pupil; the case goes to a colleague, or waits until one is named',
  permission: 'case.write',
  scope: ofPupil,
  ...replies,
  body: shape<NewConflict>(newConflict),
  audit: { action: 'case.conflict', target: 'pupil' },
  async handle(stores, { params, body: { relation, to }, actor, now }) {
    const pupil = await stores.pupils.byId(params.pupil);
    if (pupil === null) throw new Problem('not-found');
    const { school: colleagues } = await peopleAround(stores, pupil, now);
    if (to !== null && !colleagues.includes(to))
      throw new Problem('input-invalid', { errors: [{ pointer: '/body/to', detail: 'a counsellor of this pupil' }] });
    return write(stores, params.pupil, asStaff(actor), now, null, (state, { by }) =>
      declareConflict(state, by, relation, to),
    );
  },
});

/** Adds the line the rule makes of the case, and gives the case as it then stands. */
async function write(
  stores: Container,
  pid: string,
  { id: by, role }: StaffActor,
  now: Date,
  said: Words | null,
  rule: (state: CaseState, acting: Acting) => CaseAct,
): Promise<PupilCase> {
  const pupil = await stores.pupils.byId(pid);
  if (pupil === null) throw new Problem('not-found');
  const words = said === null ? null : await sealWords(stores, pid, said);
  const { school, region, teachingWish } = pupil;
  const acting = { by, today: kazakhstanDay(now), wish: teachingWish?.wish ?? null };
  await stores.cases.append({ pid, at: now, by, role, school, region, words }, (events) =>
    rule(foldCase(events), acting),
  );
  return readCase(stores, pid, by, now);
}
