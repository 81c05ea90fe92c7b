import type { Language } from './domain/language.ts';
import { type NormVersion, versionNamed } from './domain/norm/norm-version.ts';
import type { NormStore } from './store/norms.ts';

/** For how long a server may not know of another server's decision. */
const freshMs = 5000;
/** Norms that results of the past name; each is a few hundred kilobytes. */
const mostKept = 40;

export type PublishedNorms = ReturnType<typeof publishedNorms>;

/** Norms in force and norms that results name, read once and not for every sitting. */
export function publishedNorms(store: NormStore) {
  const inForce = new Map<string, { at: number; norm: Promise<NormVersion | null> }>();
  const named = new Map<string, NormVersion>();
  return {
    /** The norm of a campaign in a language, null where none is published. */
    of(campaign: string, language: Language): Promise<NormVersion | null> {
      const key = `${campaign}/${language}`;
      const known = inForce.get(key);
      if (known !== undefined && Date.now() - known.at < freshMs) return known.norm;
      const norm = store.inForce(campaign, language);
      inForce.set(key, { at: Date.now(), norm });
      norm.catch(() => inForce.delete(key));
      return norm;
    },
    /** The norm a result names; null where it came with the instrument, or none was applied. */
    async named(result: { normId: string | null; normVersion: string | null }): Promise<NormVersion | null> {
      const id = versionNamed(result);
      if (id === null) return null;
      const known = named.get(id) ?? (await store.byId(id));
      if (known === null) return null;
      if (named.size >= mostKept) named.clear();
      named.set(id, known);
      return known;
    },
    /** After a decision: what is in force has changed. */
    forget: (): void => inForce.clear(),
  };
}
