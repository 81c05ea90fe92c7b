import type { Container } from '../../../server/container.ts';

/** Everything told: only to fill the other regions of the bench. */
export const openly: Container['disclose'] = async (counts) => {
  const shown = (value: number) => ({ kind: 'shown' as const, value });
  const of = (schools: (typeof counts.schools)[number][]) =>
    counts.scales.map(({ id }, at) => {
      const all = schools.flatMap(({ scales }) => scales[at] ?? []);
      const n = all.reduce((sum, one) => sum + one.n, 0);
      const mean = all.reduce((sum, one) => sum + one.sum, 0) / Math.max(1, n);
      const squares = all.reduce((sum, one) => sum + one.sumSquares, 0);
      const bands = (all[0]?.bands ?? []).map((_, band) =>
        shown(all.reduce((sum, one) => sum + (one.bands[band] ?? 0), 0)),
      );
      return {
        kind: 'shown' as const,
        scale: id,
        asOf: 1,
        n,
        mean: shown(mean),
        sd: shown(Math.sqrt(Math.max(0, squares - n * mean * mean) / Math.max(1, n - 1))),
        bands,
      };
    });
  const participation = { invited: 0, consented: 0, started: 0, submitted: 0 };
  const groups = new Map<string, (typeof counts.schools)[number][]>();
  for (const school of counts.schools)
    for (let depth = 1; depth <= school.path.length; depth += 1) {
      const key = school.path.slice(0, depth).join('/');
      groups.set(key, [...(groups.get(key) ?? []), school]);
    }
  const areas = [...groups].map(([key, schools]) => ({
    path: key.split('/'),
    participation,
    cluster: null,
    scales: of(schools),
  }));
  return { k: 10, distributionFrom: 30, areas, clusters: [], slices: [] };
};
