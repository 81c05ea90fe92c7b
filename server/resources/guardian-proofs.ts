import type { Container } from '../container.ts';
import { empty } from '../contract/primitives.schema.ts';
import {
  type ProofAnswer,
  type ProofBegun,
  type ProofParams,
  type ProvenGuardian,
  proofAnswer,
  proofBegun,
  proofParams,
  provenGuardian,
} from '../contract/session.schema.ts';
import { shape } from '../contract/shape.ts';
import type { GuardianProof } from '../domain/guardian-proof.ts';
import { Problem } from '../domain/problem.ts';
import { endpoint, Reply } from '../http/endpoint.ts';
import { asGuardian } from './actors.ts';
import { guardianMs } from './consents.ts';

export const beginProof = endpoint({
  method: 'post',
  path: '/api/guardian/proofs/:how',
  summary: 'Begin to prove that one is the guardian, beyond the code: by telephone or by the state’s identity service',
  permission: 'guardian.self',
  scope: 'none',
  params: shape<ProofParams>(proofParams),
  body: shape<Record<never, never>>(empty),
  reply: shape<ProofBegun>(proofBegun),
  audit: null,
  handle: (stores, { params, actor, now }) => proofOf(stores, params.how).begin(asGuardian(actor).pid, now),
});

export const finishProof = endpoint({
  method: 'put',
  path: '/api/guardian/proofs/:how',
  summary: 'Bring back what proves it; decisions from then on are recorded with how it was known',
  permission: 'guardian.self',
  scope: 'none',
  params: shape<ProofParams>(proofParams),
  body: shape<ProofAnswer>(proofAnswer),
  reply: shape<ProvenGuardian>(provenGuardian),
  audit: { action: 'guardian.prove', target: 'self' },
  async handle(stores, { params, body, actor, now }) {
    const guardian = asGuardian(actor);
    const isProven = await proofOf(stores, params.how).check(guardian.pid, body.answer, now);
    if (!isProven) throw new Problem('proof-wrong');
    const expiresAt = new Date(now.getTime() + guardianMs);
    const token = stores.tokens.forGuardian({ ...guardian, how: params.how }, expiresAt);
    const value = { token, expiresAt: expiresAt.toISOString(), how: params.how };
    return new Reply<ProvenGuardian>(value, { auditTarget: guardian.pid });
  },
});

function proofOf(stores: Container, how: ProofParams['how']): GuardianProof {
  const proof = stores.guardianProofs.get(how);
  if (proof === undefined) throw new Problem('not-found');
  return proof;
}
