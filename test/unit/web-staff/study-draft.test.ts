import { expect, it } from 'vitest';
import { draftFrom, toNewStudy } from '../../../web/staff/bench/study-draft.ts';

it('asks what the page of the study before suggests, and nothing that no page offers', () => {
  const query = { kind: 'adaptive', source: 'pilot:p-1', scale: 'openness', dropped: 'O1, O4', calibration: 'c-1' };
  expect(toNewStudy(draftFrom(query), 'personality-ipip50')).toEqual({
    kind: 'adaptive',
    instrument: 'personality-ipip50',
    source: { kind: 'pilot', id: 'p-1' },
    settings: { seed: 1, scale: 'openness', dropped: ['O1', 'O4'], calibration: 'c-1', maxItems: 6 },
  });
  expect(draftFrom({ kind: 'norm' }).kind).toBe('items');
});
