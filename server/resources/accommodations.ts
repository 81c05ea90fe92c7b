import { shape } from '../contract/shape.ts';
import { type GivenHelp, givenHelp, type SittingParams, sittingParams } from '../contract/sitting.schema.ts';
import { Problem } from '../domain/problem.ts';
import { endpoint } from '../http/endpoint.ts';
import { asUpload } from './actors.ts';
import { makeResult } from './make-result.ts';

export const noteHelp = endpoint({
  method: 'put',
  path: '/api/sittings/:sitting/accommodation',
  summary: 'The pupil had help, such as reading aloud: times then say nothing, also where it is told after handing in',
  permission: 'sitting.answer',
  scope: { of: 'sitting', param: 'sitting' },
  params: shape<SittingParams>(sittingParams),
  body: shape<GivenHelp>(givenHelp),
  reply: shape<GivenHelp>(givenHelp),
  audit: null,
  async handle(stores, { params, body, actor, now }) {
    const known = await stores.sittings.noteHelp(params.sitting, asUpload(actor).pid, body.accommodation);
    if (known === null) throw new Problem('not-found');
    if (known.state === 'submitted') await makeResult(stores, known, now);
    return { accommodation: known.accommodation ?? body.accommodation };
  },
});
