import { type TalkWish, talkWish } from '../contract/analysis.schema.ts';
import { type PupilParams, pupilParams } from '../contract/school.schema.ts';
import { shape } from '../contract/shape.ts';
import { endpoint } from '../http/endpoint.ts';
import { asPupil } from './actors.ts';

export const askTalk = endpoint({
  method: 'put',
  path: '/api/pupil/talk',
  summary: 'Tell the counsellor that one would like to talk, or that there is no need any more',
  permission: 'pupil.self',
  scope: 'none',
  body: shape<TalkWish>(talkWish),
  reply: shape<TalkWish>(talkWish),
  audit: null,
  async handle(stores, { body, actor, now }) {
    const { pid } = asPupil(actor);
    await stores.pupils.askTalk(pid, body.asked ? now : null);
    stores.live.changed(pid);
    return body;
  },
});

export const endTalk = endpoint({
  method: 'delete',
  path: '/api/pupils/:pupil/talk',
  summary: 'The counsellor and the pupil have talked: the mark goes',
  permission: 'pupil.write',
  scope: { of: 'pupil', param: 'pupil' },
  params: shape<PupilParams>(pupilParams),
  reply: null,
  audit: { action: 'talk.end', target: 'pupil' },
  async handle(stores, { params }) {
    await stores.pupils.askTalk(params.pupil, null);
  },
});
