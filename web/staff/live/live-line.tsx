import { formatTime } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Trouble } from '../ui/trouble.tsx';
import type { RoomState } from './room-state.ts';

/** How the page is joined to the room, said only when something is not as it should be. */
export function LiveLine({ room: { line, heardAt }, onTry }: { room: RoomState; onTry: () => void }) {
  if (line.kind === 'refused') return <Trouble failure={line.failure} safe={m.staff_nothing_lost()} />;
  if (line.kind === 'live') return <p class="live-line small">{m.live_is_live()}</p>;
  // A line taken up again within a moment is not worth a word.
  if (heardAt !== null && Date.now() - heardAt < 5000) return <p class="live-line small">{m.live_is_live()}</p>;
  if (heardAt === null && line.kind === 'connecting') {
    return (
      <p class="live-line small" role="status">
        {m.live_connecting()}
      </p>
    );
  }
  return (
    <Notice tone="warn">
      <p>
        <strong>{m.live_lost()}</strong>{' '}
        {heardAt === null ? '' : m.live_lost_since({ time: formatTime(new Date(heardAt).toISOString()) })}{' '}
        {m.live_lost_safe()}
      </p>
      <div>
        <Button look="quiet" busy={line.kind === 'connecting'} onPress={onTry}>
          {m.retry()}
        </Button>
      </div>
    </Notice>
  );
}
