import type { Container } from '../../container.ts';
import { type NewAppeal, newAppeal, type OwnCase, ownCase } from '../../contract/case.schema.ts';
import { shape } from '../../contract/shape.ts';
import { isCandidate } from '../../domain/decision/candidate.ts';
import { makeAppeal } from '../../domain/decision/case-rules.ts';
import { foldCase, openAppeal, standingNow } from '../../domain/decision/fold-case.ts';
import type { Language } from '../../domain/language.ts';
import { Problem } from '../../domain/problem.ts';
import { endpoint, Reply } from '../../http/endpoint.ts';
import type { StoredCaseEvent } from '../../store/cases.ts';
import { asGuardian, asPupil } from '../actors.ts';
import { namedIn, toLine } from './case-line.ts';
import { deskOf } from './case-people.ts';
import { openWords, sealWords } from './case-words.ts';
import { helplineOf } from './helplines.ts';

type Party = 'pupil' | 'guardian';

export const readOwnCase = endpoint({
  method: 'get',
  path: '/api/pupil/case',
  summary: 'Where I stand on the road to teaching, why, who said so, and everything written down about me',
  permission: 'pupil.self',
  scope: 'none',
  reply: shape<OwnCase>(ownCase),
  audit: null,
  handle: (stores, { actor, now, language }) => read(stores, asPupil(actor).pid, 'pupil', now, language),
});

export const readCaseAsGuardian = endpoint({
  method: 'get',
  path: '/api/guardian/case',
  summary: 'Where the child stands on the road to teaching, why, and who said so',
  permission: 'guardian.self',
  scope: 'none',
  reply: shape<OwnCase>(ownCase),
  audit: { action: 'case.guardian', target: 'self' },
  async handle(stores, { actor, now, language }) {
    const { pid } = asGuardian(actor);
    const value = await read(stores, pid, 'guardian', now, language);
    return new Reply(value, { auditTarget: pid });
  },
});

export const appealOwn = endpoint({
  method: 'post',
  path: '/api/pupil/appeals',
  summary: 'Appeal: somebody other than the one who decided will answer, with reasons',
  permission: 'pupil.self',
  scope: 'none',
  body: shape<NewAppeal>(newAppeal),
  reply: shape<OwnCase>(ownCase),
  audit: { action: 'case.appeal', target: 'self' },
  handle: (stores, { actor, body, now, language }) =>
    appeal(stores, asPupil(actor).pid, 'pupil', body.text, now, language),
});

export const appealAsGuardian = endpoint({
  method: 'post',
  path: '/api/guardian/appeals',
  summary: 'A guardian’s appeal for the child',
  permission: 'guardian.self',
  scope: 'none',
  body: shape<NewAppeal>(newAppeal),
  reply: shape<OwnCase>(ownCase),
  audit: { action: 'case.appeal', target: 'self' },
  handle: (stores, { actor, body, now, language }) =>
    appeal(stores, asGuardian(actor).pid, 'guardian', body.text, now, language),
});

async function appeal(stores: Container, pid: string, by: Party, text: string, now: Date, language: Language) {
  const pupil = await stores.pupils.byId(pid);
  if (pupil === null) throw new Problem('not-found');
  const { school, region } = pupil;
  const words = await sealWords(stores, pid, { text });
  await stores.cases.append({ pid, at: now, by, role: by, school, region, words }, (events) =>
    makeAppeal(foldCase(events)),
  );
  return new Reply(await read(stores, pid, by, now, language), { auditTarget: pid });
}

async function read(stores: Container, pid: string, reader: Party, now: Date, language: Language): Promise<OwnCase> {
  const [pupil, events, consents] = await Promise.all([
    stores.pupils.byId(pid),
    stores.cases.of(pid),
    stores.consents.of(pid),
  ]);
  if (pupil === null) throw new Problem('not-found');
  const state = foldCase(events);
  const wish = pupil.teachingWish?.wish ?? null;
  const standing = standingNow(state, wish);
  const [words, names, desk, helpline] = await Promise.all([
    openWords(stores, events),
    stores.staff.names(namedIn(events)),
    deskOf(stores, state, pupil, now),
    helplineOf(stores, pupil.region),
  ]);
  const textOf = (seq: number | undefined) => wordsOf(events, words, seq);
  const last = state.last?.standing === standing ? state.last : null;
  return {
    standing,
    plannedOn: last?.plannedOn ?? null,
    reason: textOf(last?.seq),
    decidedAt: last?.at.toISOString() ?? null,
    decidedBy: last === null ? null : (names.get(last.by) ?? null),
    wish,
    isCandidate: isCandidate(wish, consents, now),
    mayAppeal: openAppeal(state) === null,
    appealTo: desk.level,
    appeals: state.appeals.slice(-50).map(({ seq, at, by, answer }) => ({
      at: at.toISOString(),
      by: by === 'guardian' ? 'guardian' : 'pupil',
      text: textOf(seq),
      answer:
        answer === null
          ? null
          : {
              at: answer.at.toISOString(),
              by: names.get(answer.by) ?? answer.by,
              isChanged: answer.isChanged,
              text: textOf(answer.seq),
            },
    })),
    written: reader === 'pupil' ? events.map((event) => toLine(event, { names, words })).slice(-1000) : [],
    helpline: helpline.texts[language],
  };
}

const wordsOf = (
  events: readonly StoredCaseEvent[],
  words: Awaited<ReturnType<typeof openWords>>,
  seq: number | undefined,
): string | null => {
  const event = events.find((one) => one.seq === seq);
  return event === undefined ? null : (words.get(event)?.text ?? null);
};
