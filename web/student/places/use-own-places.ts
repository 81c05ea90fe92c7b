import { useState } from 'preact/hooks';
import type { OwnPlaces } from '../../../server/contract/own-places.schema.ts';
import { type ApiFailure, asFailure } from '../../offline/failure.ts';
import type { PupilApi } from '../../offline/pupil-api.ts';
import { useLanguage } from '../../ui/use-language.ts';
import { type Load, useLoad } from '../../ui/use-load.ts';

export type OwnPlacesDesk = {
  load: Load<OwnPlaces>;
  /** What stands now: as loaded, or as the last answer left it. */
  own: OwnPlaces | null;
  failure: ApiFailure | null;
  send: (work: () => Promise<OwnPlaces>) => Promise<void>;
  again: () => void;
};

/** The pupil's places, read anew whenever `times` grows: the notice above the page and the sheet below tell of the same. */
export function useOwnPlaces(api: PupilApi, times: number): OwnPlacesDesk {
  const language = useLanguage();
  const load = useLoad(`places ${language} ${times}`, () => api.places.read(language));
  const loaded = load.state === 'ready' ? load.value : null;
  const [after, setAfter] = useState<{ of: OwnPlaces | null; own: OwnPlaces } | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const send = async (work: () => Promise<OwnPlaces>): Promise<void> => {
    setFailure(null);
    await work().then(
      (own) => setAfter({ of: loaded, own }),
      (thrown: unknown) => setFailure(asFailure(thrown)),
    );
  };
  const own = after?.of === loaded && loaded !== null ? after.own : loaded;
  return { load, own, failure, send, again: () => void send(() => api.places.read(language)) };
}
