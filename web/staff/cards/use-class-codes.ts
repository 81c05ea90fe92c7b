import { useEffect, useRef, useState } from 'preact/hooks';
import type { ClassCodes, CodeRequest } from '../../../server/contract/codes.schema.ts';
import { useStaff } from '../session/staff-context.ts';
import { type Sending, useSend } from '../ui/use-send.ts';

export type Code = ClassCodes['codes'][number];

export type Codes = {
  sending: Sending;
  /** Made on this page, by name; they are shown here and nowhere again. */
  made: readonly Code[];
  expiresAt: string | null;
  /** How many pupils kept the code they have; null: not asked yet. */
  untouched: number | null;
  /** Makes codes for those without one; `all`: for everyone asked for, and the earlier ones stop working. */
  make: (which: CodeRequest['which']) => void;
};

/** Codes of a class, or of one pupil of it. Those who have none get one as soon as the page opens: that takes nothing from anyone. */
export function useClassCodes(schoolClass: string, pupil: string | null): Codes {
  const { api } = useStaff();
  const sending = useSend();
  const [made, setMade] = useState<readonly Code[]>([]);
  const [told, setTold] = useState<Pick<ClassCodes, 'expiresAt' | 'untouched'> | null>(null);
  const hasBegun = useRef(false);
  const make = (which: CodeRequest['which']): void => {
    void sending.run(async () => {
      const body: CodeRequest = pupil === null ? { which } : { which, pupils: [pupil] };
      const reply = await api.send<ClassCodes>('POST', `/api/classes/${encodeURIComponent(schoolClass)}/codes`, body);
      const fresh = new Set(reply.codes.map(({ pid }) => pid));
      setMade((held) => [...held.filter(({ pid }) => !fresh.has(pid)), ...reply.codes]);
      setTold({ expiresAt: reply.expiresAt, untouched: which === 'all' ? 0 : reply.untouched });
    });
  };
  useEffect(() => {
    // Asked once: were the reply lost, asking again by itself could leave codes nobody ever saw.
    if (hasBegun.current) return;
    hasBegun.current = true;
    make('without');
  }, []);
  return { sending, made, expiresAt: told?.expiresAt ?? null, untouched: told?.untouched ?? null, make };
}
