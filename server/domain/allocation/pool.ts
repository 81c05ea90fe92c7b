import type { Pool } from './types.ts';

/** @throws RangeError naming the first thing in a pool that contradicts itself */
export function checkPool({ candidates, places }: Pool): void {
  const known = new Set<string>();
  for (const { id, quota, reserved } of places) {
    if (known.has(id)) throw new RangeError(`allocate: place ${id} is there twice`);
    known.add(id);
    if (!isCount(quota) || reserved.some(({ seats }) => !isCount(seats))) {
      throw new RangeError(`allocate: quota and reserved seats of ${id} must be whole numbers from 0`);
    }
  }
  const people = new Set<string>();
  for (const { id, wishes } of candidates) {
    if (people.has(id)) throw new RangeError(`allocate: candidate ${id} is there twice`);
    people.add(id);
    if (new Set(wishes).size < wishes.length) throw new RangeError(`allocate: ${id} names a place twice`);
    const unknown = wishes.find((wish) => !known.has(wish));
    if (unknown !== undefined) throw new RangeError(`allocate: ${id} wishes ${unknown}, which is not a place`);
  }
}

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0;
