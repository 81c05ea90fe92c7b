import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, standingOf } from '../../../server/domain/allocation/allocate.ts';
import { blockingPairs } from '../../../server/domain/allocation/blocking-pairs.ts';
import { explainCandidates, explainPlaces } from '../../../server/domain/allocation/explain.ts';
import { lotteryOrder } from '../../../server/domain/allocation/lottery.ts';
import type { Candidate, Place, Pool } from '../../../server/domain/allocation/types.ts';

const candidate = (
  id: string,
  wishes: string[],
  classes: Record<string, number> = {},
  reserves: string[] = [],
): Candidate => ({
  id,
  wishes,
  classes,
  reserves,
});
const place = (id: string, quota: number, reserved: Place['reserved'] = []): Place => ({ id, quota, reserved });
const got = (pool: Pool) => Object.fromEntries(allocate(pool).placeOf);

describe('known instances', () => {
  it('gives the men-optimal matching of Gale and Shapley’s first example', () => {
    // Their 3 × 3 example (1962, p. 11): every first wish can be met, so that is what happens.
    const pool = {
      lotterySeed: 'x',
      places: [place('A', 1), place('B', 1), place('C', 1)],
      candidates: [
        candidate('alpha', ['A', 'B', 'C'], { A: 3, B: 2, C: 1 }),
        candidate('beta', ['B', 'C', 'A'], { A: 1, B: 3, C: 2 }),
        candidate('gamma', ['C', 'A', 'B'], { A: 2, B: 1, C: 3 }),
      ],
    };
    expect(got(pool)).toEqual({ alpha: 'A', beta: 'B', gamma: 'C' });
  });

  it('gives the only stable matching of their 4 × 4 example', () => {
    const pool = {
      lotterySeed: 'x',
      places: [place('A', 1), place('B', 1), place('C', 1), place('D', 1)],
      candidates: [
        candidate('alpha', ['A', 'B', 'C', 'D'], { A: 3, B: 4, C: 2, D: 3 }),
        candidate('beta', ['A', 'D', 'C', 'B'], { A: 4, B: 1, C: 3, D: 2 }),
        candidate('gamma', ['B', 'A', 'C', 'D'], { A: 2, B: 3, C: 4, D: 1 }),
        candidate('delta', ['D', 'B', 'C', 'A'], { A: 1, B: 2, C: 1, D: 4 }),
      ],
    };
    expect(got(pool)).toEqual({ alpha: 'C', beta: 'D', gamma: 'A', delta: 'B' });
  });

  it('keeps a reserved seat for its kind and opens it when nobody of the kind asks', () => {
    const places = [place('P', 2, [{ kind: 'rural', seats: 1 }])];
    const first = [candidate('a', ['P'], { P: 1 }), candidate('b', ['P'], { P: 1 })];
    const rural = candidate('r', ['P'], { P: 2 }, ['rural']);
    const with_ = got({ lotterySeed: 's', places, candidates: [...first, rural] });
    expect(with_.r).toBe('P');
    expect([with_.a, with_.b].filter((one) => one === 'P')).toHaveLength(1);
    expect(got({ lotterySeed: 's', places, candidates: first })).toEqual({ a: 'P', b: 'P' });
  });

  it('moves someone of two kinds to the seat that leaves room for another', () => {
    const places = [
      place('P', 2, [
        { kind: 'rural', seats: 1 },
        { kind: 'orphan', seats: 1 },
      ]),
    ];
    const both = candidate('both', ['P'], { P: 1 }, ['rural', 'orphan']);
    const rural = candidate('rural', ['P'], { P: 3 }, ['rural']);
    const none = candidate('none', ['P'], { P: 2 });
    expect(got({ lotterySeed: 's', places, candidates: [both, rural, none] })).toEqual({
      both: 'P',
      rural: 'P',
      none: null,
    });
  });
});

const kinds = ['rural', 'orphan', 'kk'];
const pools: fc.Arbitrary<Pool> = fc
  .record({
    quotas: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 5 }),
    reserves: fc.array(fc.tuple(fc.nat(4), fc.constantFrom(...kinds), fc.integer({ min: 0, max: 2 })), {
      maxLength: 6,
    }),
    people: fc.array(
      fc.record({
        order: fc.shuffledSubarray([0, 1, 2, 3, 4]),
        classes: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 5, maxLength: 5 }),
        own: fc.subarray(kinds),
      }),
      { maxLength: 12 },
    ),
    lotterySeed: fc.string(),
  })
  .map(({ quotas, reserves, people, lotterySeed }) => ({
    lotterySeed,
    places: quotas.map((quota, index) => {
      const own = reserves.filter(([at]) => at === index);
      const byKind = new Map(own.map(([, kind, seats]) => [kind, seats]));
      return place(
        `p${index}`,
        quota,
        [...byKind].map(([kind, seats]) => ({ kind, seats })),
      );
    }),
    candidates: people.map(({ order, classes, own }, index) =>
      candidate(
        `c${index}`,
        order.filter((at) => at < quotas.length).map((at) => `p${at}`),
        Object.fromEntries(classes.map((one, at) => [`p${at}`, one])),
        own,
      ),
    ),
  }));

describe('properties', () => {
  it('leaves no blocking pair and keeps every quota', () => {
    fc.assert(
      fc.property(pools, (pool) => {
        const allocation = allocate(pool);
        expect(blockingPairs(pool, allocation)).toEqual([]);
        for (const { id, quota } of pool.places)
          expect(allocation.candidatesOf.get(id)?.length).toBeLessThanOrEqual(quota);
      }),
      { numRuns: 600 },
    );
  });

  it('turns nobody away from a place without reserves for someone who stands behind them', () => {
    fc.assert(
      fc.property(pools, (pool) => {
        const allocation = allocate(pool);
        const draw = lotteryOrder(
          pool.lotterySeed,
          pool.candidates.map(({ id }) => id),
        );
        const byId = new Map(pool.candidates.map((one) => [one.id, one]));
        const behind = (a: string, b: string, at: string): boolean => {
          const [x, y] = [byId.get(a)?.classes[at] ?? 99, byId.get(b)?.classes[at] ?? 99];
          return x > y || (x === y && (draw.get(a) ?? 0) > (draw.get(b) ?? 0));
        };
        for (const { id: at, reserved } of pool.places.filter(({ reserved: kept }) => kept.length === 0)) {
          expect(reserved).toEqual([]);
          for (const one of pool.candidates) {
            const wish = one.wishes.indexOf(at);
            const mine = allocation.placeOf.get(one.id) ?? null;
            if (wish < 0 || (mine !== null && one.wishes.indexOf(mine) <= wish)) continue;
            for (const taken of allocation.candidatesOf.get(at) ?? []) expect(behind(taken, one.id, at)).toBe(false);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('finds the blocking pair of an allocation spoilt by hand', () => {
    const pool = {
      lotterySeed: 's',
      places: [place('P', 1), place('Q', 1)],
      candidates: [candidate('a', ['P', 'Q'], { P: 1 }), candidate('b', ['P', 'Q'], { P: 2 })],
    };
    const spoilt = {
      placeOf: new Map([
        ['a', 'Q'],
        ['b', 'P'],
      ]),
      candidatesOf: new Map([
        ['P', ['b']],
        ['Q', ['a']],
      ]),
    };
    expect(blockingPairs(pool, spoilt)).toEqual([{ candidate: 'a', place: 'P' }]);
  });

  it('does not depend on the order of the input', () => {
    fc.assert(
      fc.property(pools, (pool) => {
        const turned = { ...pool, candidates: pool.candidates.toReversed(), places: pool.places.toReversed() };
        expect(got(turned)).toEqual(got(pool));
      }),
    );
  });

  const rankOf = (pool: Pool, truth: Candidate): number => {
    const mine = allocate(pool).placeOf.get(truth.id) ?? null;
    return mine === null ? truth.wishes.length : truth.wishes.indexOf(mine);
  };

  it('never rewards naming the wishes in another order, or fewer of them', () => {
    fc.assert(
      fc.property(pools, fc.nat(), fc.nat(), (pool, who, cut) => {
        const truth = pool.candidates[who % Math.max(1, pool.candidates.length)];
        if (truth === undefined) return;
        const lies = [truth.wishes.toReversed(), truth.wishes.slice(cut % 3), truth.wishes.slice(0, cut % 4)];
        for (const wishes of lies) {
          const lying = {
            ...pool,
            candidates: pool.candidates.map((one) => (one === truth ? { ...truth, wishes } : one)),
          };
          const mine = allocate(lying).placeOf.get(truth.id) ?? null;
          const rank = mine === null ? truth.wishes.length : truth.wishes.indexOf(mine);
          expect(rank).toBeGreaterThanOrEqual(rankOf(pool, truth));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('never harms a candidate by a better priority class', () => {
    fc.assert(
      fc.property(pools, fc.nat(), fc.nat(4), (pool, who, at) => {
        const one = pool.candidates[who % Math.max(1, pool.candidates.length)];
        if (one === undefined) return;
        const raised = { ...one, classes: { ...one.classes, [`p${at}`]: 0 } };
        const other = { ...pool, candidates: pool.candidates.map((each) => (each === one ? raised : each)) };
        expect(rankOf(other, one)).toBeLessThanOrEqual(rankOf(pool, one));
      }),
      { numRuns: 500 },
    );
  });
});

describe('explanations', () => {
  it('account for every seat of a missed place', () => {
    fc.assert(
      fc.property(pools, (pool) => {
        const allocation = allocate(pool);
        const draw = lotteryOrder(
          pool.lotterySeed,
          pool.candidates.map(({ id }) => id),
        );
        for (const { missed } of explainCandidates(pool, allocation, draw)) {
          for (const { place: id, seats, earlierClass, earlierDraw, reserved } of missed) {
            const counted = earlierClass.reduce((sum, one) => sum + one.seats, 0) + earlierDraw + reserved;
            expect(counted).toBe(seats);
            const of = pool.places.find((one) => one.id === id);
            expect(seats).toBe(of?.quota);
            if (of?.reserved.length === 0) expect(reserved).toBe(0);
          }
        }
        for (const { filled, quota, underTarget } of explainPlaces(pool, allocation)) {
          expect(filled).toBeLessThanOrEqual(quota);
          expect(underTarget).toBe(0);
        }
      }),
    );
  });

  it('orders by class before the lottery', () => {
    const draw = new Map([
      ['a', 5],
      ['b', 1],
    ]);
    const of = place('P', 1);
    expect(standingOf(of, candidate('a', [], { P: 1 }), draw)).toBeLessThan(
      standingOf(of, candidate('b', [], { P: 2 }), draw),
    );
  });
});
