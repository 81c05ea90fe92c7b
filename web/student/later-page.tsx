import type { VNode } from 'preact';
import { ApiFailure } from '../offline/failure.ts';
import { useLoad } from '../ui/use-load.ts';
import { Frame } from './frame.tsx';
import { LoadedPart } from './loaded-part.tsx';

/** A page whose code is fetched only when it is needed; without a network it can be tried again. */
export function LaterPage<T>({ load, draw }: { load: () => Promise<T>; draw: (part: T) => VNode }) {
  const part = useLoad('part', () => load().catch(() => Promise.reject(new ApiFailure(null))));
  if (part.state === 'ready') return draw(part.value);
  return (
    <Frame>
      <LoadedPart load={part}>{draw}</LoadedPart>
    </Frame>
  );
}

/** As `LaterPage`, for a part of a page. */
export function Later<T>({ load, children }: { load: () => Promise<T>; children: (part: T) => VNode }) {
  const part = useLoad('part', () => load().catch(() => Promise.reject(new ApiFailure(null))));
  return <LoadedPart load={part}>{children}</LoadedPart>;
}
