import { useEffect, useRef, useState } from 'preact/hooks';
import { useStaff } from '../session/staff-context.ts';
import { type Following, followRoom } from './follow-room.ts';
import { emptyRoom, type RoomState } from './room-state.ts';

/** A class in session, followed as long as the page is open. */
export function useRoom(schoolClass: string): { room: RoomState; tryNow: () => void } {
  const { session } = useStaff();
  const [room, setRoom] = useState<RoomState>(emptyRoom);
  const following = useRef<Following | null>(null);
  useEffect(() => {
    setRoom(emptyRoom);
    const begun = followRoom(session, schoolClass, setRoom);
    const online = () => begun.tryNow();
    following.current = begun;
    window.addEventListener('online', online);
    return () => {
      window.removeEventListener('online', online);
      begun.stop();
    };
  }, [session, schoolClass]);
  return { room, tryNow: () => following.current?.tryNow() };
}
