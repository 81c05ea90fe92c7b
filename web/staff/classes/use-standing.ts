import { useLocation } from 'preact-iso/router';
import { type Standing, standings } from './pupil-filter.ts';

/** The standing asked for in the address, so that a filtered list can be kept as a bookmark and survives a reload. */
export function useStanding(): [Standing | null, (standing: Standing | null) => void] {
  const { path, query, route } = useLocation();
  const asked = standings.find((standing) => standing === query.missing) ?? null;
  const choose = (standing: Standing | null): void => {
    const { missing: _former, ...rest } = query;
    const next = new URLSearchParams(standing === null ? rest : { ...rest, missing: standing }).toString();
    route(next === '' ? path : `${path}?${next}`, true);
  };
  return [asked, choose];
}
