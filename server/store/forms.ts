import { createHash } from 'node:crypto';
import { type KeptForm, keptFormId } from '../domain/kept-form.ts';
import type { Db } from './driver.ts';

type FormDocument = { _id: string; digest: string; keptAt: Date; form: KeptForm };

export type FormStore = ReturnType<typeof formStore>;

/** Every version of every form that ever ran on this database: what old results are explained by. */
export function formStore(db: Db) {
  const forms = db.collection<FormDocument>('forms');
  return {
    /**
     * Keeps the versions that are not there yet, and gives the earlier ones. `changed`: versions whose content is no longer
     * what was kept under the same number, which somebody forgot to raise; the kept one stays.
     */
    async keep(today: readonly KeptForm[], now: Date): Promise<{ earlier: KeptForm[]; changed: string[] }> {
      const known = new Map(
        (await forms.find({}, { projection: { digest: 1 } }).toArray()).map(({ _id, digest }) => [_id, digest]),
      );
      const mine = today.map((form) => ({ _id: keptFormId(form), digest: digestOf(form), keptAt: now, form }));
      const fresh = mine.filter(({ _id }) => !known.has(_id));
      if (fresh.length > 0) await forms.insertMany(fresh, { ordered: false }).catch(ignoreDuplicates);
      const names = new Set(mine.map(({ _id }) => _id));
      const others = [...known.keys()].filter((id) => !names.has(id));
      const earlier = await forms.find({ _id: { $in: others } }).toArray();
      return {
        earlier: earlier.map(({ form }) => form),
        changed: mine.filter(({ _id, digest }) => known.has(_id) && known.get(_id) !== digest).map(({ _id }) => _id),
      };
    },
  };
}

/** Another server that starts at the same moment keeps the same. */
function ignoreDuplicates(error: unknown): void {
  if (!(error instanceof Error) || !/E11000/.test(error.message)) throw error;
}

/** Of what scores: wording may be mended within a version. */
const digestOf = ({ instrument, propensity, norms }: KeptForm): string =>
  createHash('sha256')
    .update(JSON.stringify([instrument, propensity, norms]))
    .digest('base64url');
