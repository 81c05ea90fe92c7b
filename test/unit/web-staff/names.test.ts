import { describe, expect, it } from 'vitest';
import { compareNames } from '../../../web/staff/classes/compare-names.ts';

const sorted = (...names: string[]) => [...names].sort(compareNames);

describe('names in order', () => {
  it('puts classes by number, then by the Kazakh alphabet', () => {
    expect(sorted('10А', '9Б', '9Ә', '9А', '9В')).toEqual(['9А', '9Ә', '9Б', '9В', '10А']);
  });

  it('puts Kazakh letters where the alphabet has them', () => {
    expect(sorted('Ізбасар', 'Ыдырыс', 'Ғалым', 'Қайрат', 'Кенже', 'Гүлнар')).toEqual([
      'Гүлнар',
      'Ғалым',
      'Кенже',
      'Қайрат',
      'Ыдырыс',
      'Ізбасар',
    ]);
  });

  it('puts a shorter name before the longer one that begins with it', () => {
    expect(sorted('Абайхан', 'Абай')).toEqual(['Абай', 'Абайхан']);
  });

  it('is indifferent to case and equal for equal names', () => {
    expect(compareNames('абай', 'Абай')).toBe(0);
  });
});
