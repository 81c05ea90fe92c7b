import type { ConsentSummary } from '../../server/contract/consent.schema.ts';
import type { ClassList, CreatedPupil, IssuedCodes } from '../../server/contract/school.schema.ts';
import type { Language } from '../../server/domain/language.ts';
import { call, type TestService } from '../api/harness.ts';
import { enterStaff } from '../api/personas.ts';

export type NewPupil = IssuedCodes & { name: string };

/** A pupil nobody has met yet, put on the roll by the demo's counsellor over HTTP; with a guardian's paper unless told otherwise. */
export async function newPupil(
  service: Pick<TestService, 'url' | 'stores'>,
  name: string,
  options: { language?: Language; consent?: boolean } = {},
): Promise<NewPupil> {
  const { token } = await enterStaff(service, 'demo-counsellor');
  const language = options.language ?? 'kk';
  const { body: list } = await call<ClassList>(service, 'GET', '/api/schools/s-1/classes', { token });
  const person = { familyName: 'Сынақ', givenName: name, birthDate: '2011-05-04', sex: 'undisclosed', language };
  const created = await call<CreatedPupil>(service, 'POST', `/api/classes/${list.classes[0]?.id}/pupils`, {
    token,
    body: person,
  });
  const { pid } = created.body;
  if (options.consent ?? true) {
    const paper = {
      purpose: 'assessment',
      party: 'guardian',
      action: 'given',
      wording: 'assessment-1',
      language,
      signedOn: '2026-01-15',
      signedBy: 'Сынақ Ата',
    };
    await call<ConsentSummary>(service, 'POST', `/api/pupils/${pid}/consents`, { token, body: paper });
  }
  const codes = await call<IssuedCodes>(service, 'POST', `/api/pupils/${pid}/codes`, { token, body: {} });
  return { ...codes.body, name };
}
