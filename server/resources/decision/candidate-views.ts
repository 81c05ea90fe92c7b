import { type CandidateViews, candidateViews } from '../../contract/candidate-view.schema.ts';
import { shape } from '../../contract/shape.ts';
import { Problem } from '../../domain/problem.ts';
import { endpoint } from '../../http/endpoint.ts';
import { asStaff } from '../actors.ts';

export const listViews = endpoint({
  method: 'get',
  path: '/api/candidate-views',
  summary: 'The own saved ways of looking at the pool',
  permission: 'candidate.read',
  scope: 'none',
  reply: shape<CandidateViews>(candidateViews),
  audit: null,
  handle: async (stores, { actor }) => ({ views: await stores.savedViews.of(asStaff(actor).id) }),
});

export const putViews = endpoint({
  method: 'put',
  path: '/api/candidate-views',
  summary: 'Keep the own ways of looking at the pool; names are told apart',
  permission: 'candidate.read',
  scope: 'none',
  body: shape<CandidateViews>(candidateViews),
  reply: shape<CandidateViews>(candidateViews),
  audit: null,
  async handle(stores, { actor, body, now }) {
    if (new Set(body.views.map(({ name }) => name)).size < body.views.length) {
      throw new Problem('input-invalid', { errors: [{ pointer: '/body/views', detail: 'names that differ' }] });
    }
    await stores.savedViews.put(asStaff(actor).id, body.views, now);
    return { views: body.views };
  },
});
