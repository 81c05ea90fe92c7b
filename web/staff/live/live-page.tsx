import { useEffect, useRef, useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import type { LivePupilRow } from '../../../server/contract/live.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { Empty } from '../ui/empty.tsx';
import { Choice } from '../ui/field.tsx';
import { Page } from '../ui/page.tsx';
import { LiveLine } from './live-line.tsx';
import { LiveSummary } from './live-summary.tsx';
import { calledBy, type Naming } from './live-words.ts';
import { PupilTile } from './pupil-tile.tsx';
import { useRoom } from './use-room.ts';

/** «Who is where, and who needs a hand?», during a session. */
export function LivePage() {
  useLanguage();
  const { params } = useRoute();
  const schoolClass = params.class ?? '';
  const { room, tryNow } = useRoom(schoolClass);
  const [naming, setNaming] = useState<Naming>('names');
  const place = useRef<HTMLElement>(null);
  // Names go before the picture grows: a room must not read them even for a moment.
  const project = () => {
    if (naming === 'names') setNaming('initials');
    void place.current?.requestFullscreen?.().catch(() => undefined);
  };
  return (
    <Page
      title={room.className === '' ? m.live_title() : m.live_title_of({ name: room.className })}
      crumbs={<a href={`/staff/classes/${schoolClass}`}>{m.class_title()}</a>}
      lead={<p>{m.live_lead()}</p>}
    >
      <div class="row bottom">
        <Choice<Naming>
          label={m.live_naming()}
          value={naming}
          options={[
            ['names', m.live_naming_names()],
            ['initials', m.live_naming_initials()],
            ['numbers', m.live_naming_numbers()],
          ]}
          onValue={setNaming}
        />
        <Button look="quiet" onPress={project}>
          {m.live_projector()}
        </Button>
      </div>
      <section ref={place} class="sheet stack live-room" aria-label={m.live_title()}>
        <LiveLine room={room} onTry={tryNow} />
        {room.pupils === null ? null : <Tiles pupils={room.pupils} naming={naming} />}
      </section>
    </Page>
  );
}

function Tiles({ pupils, naming }: { pupils: readonly LivePupilRow[]; naming: Naming }) {
  const now = useClock();
  if (pupils.length === 0) return <Empty title={m.class_empty()}>{m.class_empty_next()}</Empty>;
  return (
    <>
      <LiveSummary pupils={pupils} naming={naming} />
      <ul class="live-tiles">
        {pupils.map((row, index) => (
          <PupilTile key={row.pid} row={row} called={calledBy(naming, row.name, index)} now={now} />
        ))}
      </ul>
    </>
  );
}

/** The present, every quarter of a minute: «stuck for 3 min» grows by itself. */
function useClock(): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 15_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
