import type { Container } from '../container.ts';
import { type PresenceBody, presence } from '../contract/live.schema.ts';
import { type ClassParams, classParams } from '../contract/school.schema.ts';
import { shape } from '../contract/shape.ts';
import { type SittingParams, sittingParams } from '../contract/sitting.schema.ts';
import { mayReach } from '../domain/access.ts';
import type { StaffActor } from '../domain/actor.ts';
import { Problem } from '../domain/problem.ts';
import { reachOf } from '../domain/staff-reach.ts';
import { endpoint, FileReply, Reply } from '../http/endpoint.ts';
import { asStaff, asUpload } from './actors.ts';
import { isErased } from './erased.ts';
import { eventStream } from './event-stream.ts';

/** A sign of life this often; each time it is asked anew whether the reader may still read. */
const beatMs = 10_000;
/** As long as an access token: after it the page comes back with a new one. */
const longestMs = 10 * 60_000;

export const watchClass = endpoint({
  method: 'get',
  path: '/api/classes/:class/live',
  summary: 'A stream of events: who is in, how far, stuck, with unsent answers, finished; never an answer',
  permission: 'class.read',
  scope: { of: 'class', param: 'class' },
  params: shape<ClassParams>(classParams),
  reply: { file: 'text/event-stream' },
  audit: { action: 'live.watch', target: 'class' },
  async handle(stores, { params, actor, now }) {
    const staff = asStaff(actor);
    let leave = (): void => undefined;
    const stream = eventStream(() => {
      clearInterval(beat);
      clearTimeout(last);
      leave();
    });
    const beat = setInterval(async () => {
      if (await mayStill(stores, staff, params.class)) stream.push('beat', { at: stores.now().toISOString() }, 'beat');
      else stream.end();
    }, beatMs);
    const last = setTimeout(() => {
      stream.push('bye', { at: now.toISOString() });
      stream.end();
    }, longestMs);
    try {
      leave = await stores.live.watch(params.class, {
        room: (room) => stream.push('room', room, 'room'),
        pupil: (row) => stream.push('pupil', row, row.pid),
        end: stream.end,
      });
    } catch (error) {
      stream.end();
      throw error;
    }
    return new FileReply('live.txt', stream.events);
  },
});

/** An ended session, a disabled account or a class moved out of reach end the stream; so does a database that is away. */
async function mayStill(stores: Container, staff: StaffActor, schoolClass: string): Promise<boolean> {
  try {
    const account = (await stores.staffSessions.live(staff.family)) === null ? null : await stores.staff.byId(staff.id);
    if (account === null || account.disabledAt !== null) return false;
    const place = await stores.placement('class', schoolClass, staff);
    return place !== null && mayReach({ ...staff, ...reachOf(account, stores.now()) }, place);
  } catch {
    return false;
  }
}

export const tellPresence = endpoint({
  method: 'put',
  path: '/api/sittings/:sitting/presence',
  summary: 'A pupil’s device says that it is there and how many answers it has given; only which device writes is kept',
  permission: 'sitting.answer',
  scope: { of: 'sitting', param: 'sitting' },
  params: shape<SittingParams>(sittingParams),
  body: shape<PresenceBody>(presence),
  bodyLimit: 1024,
  reply: null,
  audit: null,
  quick: true,
  async handle(stores, { params, body, actor, now }) {
    const { pid } = asUpload(actor);
    const { sittings } = stores;
    const isWriter =
      body.device === undefined
        ? await sittings.isOf(params.sitting, pid)
        : await sittings.renewLease(params.sitting, pid, body.device, now);
    if (isWriter === false && body.device !== undefined) throw new Problem('sitting-busy');
    if (isWriter !== true) {
      if (await isErased(stores, params.sitting, pid)) return new Reply(undefined, {});
      throw new Problem('not-found');
    }
    stores.live.heard(pid, body.lastSeq);
    return new Reply(undefined, {});
  },
});
