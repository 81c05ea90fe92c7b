import { randomInt, randomUUID } from 'node:crypto';
import { empty } from '../contract/primitives.schema.ts';
import { type IssuedCodes, issuedCodes, type PupilParams, pupilParams } from '../contract/school.schema.ts';
import { shape } from '../contract/shape.ts';
import { makeCode, printCode } from '../domain/access-code.ts';
import { endpoint } from '../http/endpoint.ts';

const ofPupil = { of: 'pupil', param: 'pupil' } as const;
/** How long a code works. */
export const codeMs = 120 * 86_400_000;

export const issueCodes = endpoint({
  method: 'post',
  path: '/api/pupils/:pupil/codes',
  summary: 'Issue the pupil’s and the guardian’s code, shown once; earlier ones stop working',
  permission: 'pupil.write',
  scope: ofPupil,
  params: shape<PupilParams>(pupilParams),
  body: shape<Record<never, never>>(empty),
  reply: shape<IssuedCodes>(issuedCodes),
  audit: { action: 'codes.issue', target: 'pupil' },
  async handle(stores, { params, now }) {
    const expiresAt = new Date(now.getTime() + codeMs);
    const [pupilCode, guardianCode] = [makeCode(randomInt), makeCode(randomInt)];
    const entry = { pid: params.pupil, generation: randomUUID(), issuedAt: now, expiresAt };
    await stores.codes.issue({ ...entry, kind: 'pupil' }, pupilCode);
    await stores.codes.issue({ ...entry, kind: 'guardian' }, guardianCode);
    return {
      pid: params.pupil,
      pupilCode: printCode(pupilCode),
      guardianCode: printCode(guardianCode),
      expiresAt: expiresAt.toISOString(),
    };
  },
});
