import type { ClassCodes } from '../../../server/contract/codes.schema.ts';
import type { Preparation, PreparedPupils } from '../../../server/contract/preparation.schema.ts';
import type { PupilList } from '../../../server/contract/school.schema.ts';
import type { Client } from '../../offline/api.ts';
import { closeForPupils, putOnThisComputer } from '../../offline/prepare.ts';
import { uuid } from '../../offline/uuid.ts';

export type Made = { codes: ClassCodes['codes']; skipped: PreparedPupils['skipped'] };

/**
 * Asks first who may sit, makes cards for them alone, closes each one's beginning with their code, leaves it with the server for
 * the other computers, and puts it on this one. The codes never go back to the server. Rejects with `ApiFailure`.
 */
export async function makeReady(
  api: Client,
  schoolClass: string,
  onProgress: (done: number, of: number) => void,
): Promise<Made> {
  const path = `/api/classes/${encodeURIComponent(schoolClass)}`;
  const { pupils } = await api.get<PupilList>(`${path}/pupils`);
  const asked = pupils.map(({ pid }) => ({ pid, sitting: uuid() }));
  const prepared = await api.send<PreparedPupils>('POST', `${path}/preparations`, { pupils: asked });
  const pids = prepared.pupils.map(({ pid }) => pid);
  if (pids.length === 0) return { codes: [], skipped: prepared.skipped };
  const { codes } = await api.send<ClassCodes>('POST', `${path}/codes`, { which: 'all', pupils: pids });
  const codeOf = new Map(codes.map(({ pid, pupilCode }) => [pid, pupilCode]));
  const closed = await closeForPupils(prepared.pupils, codeOf, (done) => onProgress(done, pids.length));
  const records = closed.map(({ sitting, record }) => ({ sitting, record: JSON.stringify(record) }));
  await api.send('PUT', `${path}/preparations`, { records });
  await putOnThisComputer(api, await api.get<Preparation>(`${path}/preparations`));
  return { codes, skipped: prepared.skipped };
}
