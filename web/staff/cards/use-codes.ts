import { useRef, useState } from 'preact/hooks';
import type { PupilRow } from '../../../server/contract/school.schema.ts';
import type { ApiFailure } from '../../offline/failure.ts';
import { useStaff } from '../session/staff-context.ts';
import { type Card, issueCodes } from './issue-codes.ts';

export type Codes = {
  cards: readonly Card[];
  left: readonly PupilRow[];
  failure: ApiFailure | null;
  isBusy: boolean;
  issue: () => void;
};

/** The codes of these pupils: none are issued until asked; after a failure `issue` goes on with the rest. */
export function useCodes(pupils: readonly PupilRow[]): Codes {
  const { api } = useStaff();
  const [cards, setCards] = useState<readonly Card[]>([]);
  const [left, setLeft] = useState(pupils);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isRunning = useRef(false);
  const run = async () => {
    const before = cards;
    setBusy(true);
    setFailure(null);
    const issued = await issueCodes(api, left, (made) => setCards([...before, ...made]));
    setLeft(issued.left);
    setFailure(issued.failure);
    setBusy(false);
    isRunning.current = false;
  };
  const issue = () => {
    if (isRunning.current) return;
    isRunning.current = true;
    void run();
  };
  return { cards, left, failure, isBusy, issue };
}
