import { describe, expect, it } from 'vitest';
import type { PupilRow } from '../../../server/contract/school.schema.ts';
import { pupilsShown, standingOf, standings } from '../../../web/staff/classes/pupil-filter.ts';

const pupil = (change: Partial<PupilRow>): PupilRow => ({
  pid: '00000000-0000-4000-8000-000000000000',
  name: 'Семёнова Әсел',
  class: 'c',
  className: '9А',
  language: 'kk',
  guardian: 'given',
  pupil: 'given',
  sitting: 'new',
  answered: 0,
  of: 50,
  submittedAt: null,
  ...change,
});

describe('who is missing what', () => {
  it.each([
    [{ guardian: 'missing', pupil: 'missing' }, 'guardian'],
    [{ guardian: 'withdrawn', pupil: 'given', sitting: 'open' }, 'guardian'],
    [{ guardian: 'expired' }, 'guardian'],
    [{ pupil: 'missing' }, 'pupil'],
    [{ sitting: 'new' }, 'start'],
    [{ sitting: 'open', answered: 3 }, 'finish'],
    [{ sitting: 'submitted' }, 'done'],
    [{ sitting: 'submitted', guardian: 'withdrawn' }, 'done'],
  ] as const)('%j waits for %s', (change, standing) => {
    expect(standingOf(pupil(change))).toBe(standing);
  });

  it('counts every pupil under exactly one standing', () => {
    const states = ['given', 'withdrawn', 'expired', 'missing'] as const;
    const all = states.flatMap((guardian) =>
      states.flatMap((own) =>
        (['new', 'open', 'submitted'] as const).map((sitting) => pupil({ guardian, pupil: own, sitting })),
      ),
    );
    const shown = standings.map((standing) => pupilsShown(all, standing, '').length);
    expect(shown.reduce((sum, count) => sum + count, 0)).toBe(all.length);
    expect(pupilsShown(all, null, '')).toHaveLength(all.length);
  });

  it('finds a name in either alphabet, within the standing', () => {
    const all = [pupil({}), pupil({ name: 'Қыдырбеков Ерлан', guardian: 'missing' })];
    expect(pupilsShown(all, null, 'semenova').map(({ name }) => name)).toEqual(['Семёнова Әсел']);
    expect(pupilsShown(all, 'guardian', 'асел')).toEqual([]);
    expect(pupilsShown(all, 'guardian', 'кыдыр')).toHaveLength(1);
  });
});
