import type { Container } from '../container.ts';
import type { UploadActor } from '../domain/actor.ts';
import { Problem } from '../domain/problem.ts';
import { seedOf } from '../domain/seed.ts';
import type { SittingDocument } from '../store/sitting-document.ts';

type Opening = Pick<SittingDocument, 'language' | 'openedAt' | 'writer' | 'accommodation'>;

/** Makes the pupil's sitting, or gives the one there is. Throws `sitting-elsewhere` where theirs has another id. */
export async function openSittingOf(stores: Container, actor: UploadActor, opening: Opening): Promise<SittingDocument> {
  const place = await stores.pupils.byId(actor.pid);
  if (place === null) throw new Problem('not-found');
  const [instrument = '', instrumentVersion = ''] = actor.instrument.split('@');
  const round = (await stores.repeats.latest(actor.pid, actor.campaign))?.round ?? null;
  const opened = await stores.sittings.open({
    _id: actor.sitting,
    pid: actor.pid,
    campaign: actor.campaign,
    ...(round === null ? {} : { round }),
    school: place.school,
    district: place.district,
    region: place.region,
    instrument,
    instrumentVersion,
    seed: seedOf(actor.sitting),
    state: 'open',
    submittedAt: null,
    submission: null,
    lastSeq: 0,
    answers: {},
    batches: {},
    origin: 'person',
    ...opening,
  });
  if (opened === null) throw new Problem('sitting-elsewhere');
  stores.live.heard(actor.pid, opened.lastSeq);
  return opened;
}
