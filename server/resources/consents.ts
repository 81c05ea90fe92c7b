import {
  type Assent,
  assent,
  type ConsentSummary,
  consentSummary,
  type PaperConsent,
  paperConsent,
  type Wording,
  type WordingParams,
  wording,
  wordingParams,
} from '../contract/consent.schema.ts';
import { type PupilParams, pupilParams } from '../contract/school.schema.ts';
import {
  type GuardianSession,
  type GuardianSignIn,
  guardianSession,
  guardianSignIn,
} from '../contract/session.schema.ts';
import { shape } from '../contract/shape.ts';
import type { GuardianActor } from '../domain/actor.ts';
import type { ConsentEvent } from '../domain/consent.ts';
import { wordingFor } from '../domain/consent-wording.ts';
import { kazakhstanDay } from '../domain/kazakhstan-day.ts';
import { Problem } from '../domain/problem.ts';
import { endpoint } from '../http/endpoint.ts';
import { asGuardian, asPupil, asStaff } from './actors.ts';
import { takeEffect } from './consent-effects.ts';
import { consentEvent, summarise } from './consent-log.ts';
import { findCode } from './pupil-sessions.ts';

export const guardianMs = 30 * 60_000;

export const readWording = endpoint({
  method: 'get',
  path: '/api/wordings/:purpose/:party/:language',
  summary: 'The text a guardian or a pupil agrees to',
  permission: 'anyone',
  scope: 'none',
  params: shape<WordingParams>(wordingParams),
  reply: shape<Wording>(wording),
  audit: null,
  handle: async (_stores, { params }) => wordingFor(params.purpose, params.party, params.language),
});

export const assentOwn = endpoint({
  method: 'post',
  path: '/api/pupil/assents',
  summary: 'A pupil agrees to one purpose, or takes it back',
  permission: 'pupil.self',
  scope: 'none',
  body: shape<Assent>(assent),
  reply: shape<ConsentSummary>(consentSummary),
  audit: { action: 'consent.pupil', target: 'self' },
  async handle(stores, { actor, body, now }) {
    const { pid } = asPupil(actor);
    await stores.consents.add([consentEvent(body, { pid, party: 'pupil', how: 'own-code', recordedBy: 'pupil', now })]);
    await takeEffect(stores, pid, now);
    return summarise(stores, pid, now);
  },
});

export const ownConsents = endpoint({
  method: 'get',
  path: '/api/pupil/consents',
  summary: 'What the pupil and the guardian have agreed to',
  permission: 'pupil.self',
  scope: 'none',
  reply: shape<ConsentSummary>(consentSummary),
  audit: null,
  handle: async (stores, { actor, now }) => (await summarise(stores, asPupil(actor).pid, now)).value,
});

export const enterAsGuardian = endpoint({
  method: 'post',
  path: '/api/guardian-sessions',
  summary: 'A guardian enters with the code that went to the guardian',
  permission: 'anyone',
  scope: 'none',
  body: shape<GuardianSignIn>(guardianSignIn),
  bodyLimit: 1024,
  reply: shape<GuardianSession>(guardianSession),
  audit: null,
  async handle(stores, { body, now }) {
    const found = await findCode(stores, 'guardian', body.code, now);
    const [pupil, identity] = await Promise.all([stores.pupils.byId(found.pid), stores.identities.of(found.pid)]);
    const school = pupil === null ? null : await stores.catalogue.school(pupil.school);
    if (pupil === null || school === null) throw new Problem('code-unknown');
    const actor: GuardianActor = {
      kind: 'guardian',
      pid: pupil._id,
      school: pupil.school,
      region: pupil.region,
      code: found.generation,
      how: 'own-code',
    };
    const expiresAt = new Date(now.getTime() + guardianMs);
    return {
      token: stores.tokens.forGuardian(actor, expiresAt),
      proofs: [...stores.guardianProofs.keys()],
      expiresAt: expiresAt.toISOString(),
      pupil: { firstName: identity?.givenName ?? '' },
      school: school.names,
      demo: pupil.demo,
    };
  },
});

export const guardianConsents = endpoint({
  method: 'get',
  path: '/api/guardian/consents',
  summary: 'What was agreed to for this child',
  permission: 'guardian.self',
  scope: 'none',
  reply: shape<ConsentSummary>(consentSummary),
  audit: null,
  handle: async (stores, { actor, now }) => (await summarise(stores, asGuardian(actor).pid, now)).value,
});

export const consentAsGuardian = endpoint({
  method: 'post',
  path: '/api/guardian/consents',
  summary: 'A guardian agrees to one purpose, or takes it back',
  permission: 'guardian.self',
  scope: 'none',
  body: shape<Assent>(assent),
  reply: shape<ConsentSummary>(consentSummary),
  audit: { action: 'consent.guardian', target: 'self' },
  async handle(stores, { actor, body, now }) {
    const { pid, how } = asGuardian(actor);
    await stores.consents.add([consentEvent(body, { pid, party: 'guardian', how, recordedBy: 'guardian', now })]);
    await takeEffect(stores, pid, now);
    return summarise(stores, pid, now);
  },
});

export const pupilConsents = endpoint({
  method: 'get',
  path: '/api/pupils/:pupil/consents',
  summary: 'The consent log of a pupil of the own school',
  permission: 'pupil.read',
  scope: { of: 'pupil', param: 'pupil' },
  params: shape<PupilParams>(pupilParams),
  reply: shape<ConsentSummary>(consentSummary),
  audit: { action: 'consent.read', target: 'pupil' },
  handle: (stores, { params, now }) => summarise(stores, params.pupil, now),
});

export const recordPaper = endpoint({
  method: 'post',
  path: '/api/pupils/:pupil/consents',
  summary: 'Write down what a guardian or a pupil signed on paper',
  permission: 'pupil.write',
  scope: { of: 'pupil', param: 'pupil' },
  params: shape<PupilParams>(pupilParams),
  body: shape<PaperConsent>(paperConsent),
  reply: shape<ConsentSummary>(consentSummary),
  audit: { action: 'consent.paper', target: 'pupil' },
  async handle(stores, { params, body, actor, now }) {
    if (body.signedOn > kazakhstanDay(now)) {
      throw new Problem('input-invalid', {
        errors: [{ pointer: '/body/signedOn', detail: 'a day that is not in the future' }],
      });
    }
    const recordedBy = asStaff(actor).id;
    const event: ConsentEvent = consentEvent(body, {
      pid: params.pupil,
      party: body.party,
      how: 'signed-paper',
      recordedBy,
      now,
    });
    const signedBy = await stores.identities.sealField(params.pupil, 'signedBy', `${body.signedBy} (${body.signedOn})`);
    const known = body.knownBy === undefined ? {} : { knownBy: body.knownBy };
    await stores.consents.add([{ ...event, signedBy, ...known }]);
    await takeEffect(stores, params.pupil, now);
    return summarise(stores, params.pupil, now);
  },
});
