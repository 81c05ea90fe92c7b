import type { Atom, LinkedTable } from './linked-table.ts';
import type { Perturbation } from './perturbation.ts';
import type { Protection } from './protection.ts';
import { greatestSquares, leastSquares, type Scored } from './spread.ts';

/**
 * Hides deviations until a witness agrees with the rest of them.
 * @returns false when it cannot, because an earlier release has told one
 */
export function agreeDeviations(protection: Protection, witness: Perturbation): boolean {
  for (;;) {
    const broken = disagreement(protection, witness);
    if (broken === undefined) return true;
    const victim = leastWorthNear(protection, broken);
    if (victim === undefined) return false;
    protection.hiddenMoments.add(victim);
  }
}

/**
 * Atoms on which a witness contradicts the told deviations, if any. Atoms are classed by the deviations they stand in;
 * a witness agrees when in each class the squares can still sum up to what they really sum up to.
 * (Sufficient: then every sum over classes is right too.)
 */
export function disagreement(protection: Protection, witness: Perturbation): readonly number[] | undefined {
  const classes = classesOf(protection, [...witness.sums.keys()]);
  return classes.find((atoms) => !isPossible(protection.table, atoms, witness));
}

/** Classes that hold at least one of the atoms; atoms in no published deviation are free and in none. */
function classesOf({ table, hiddenMoments }: Protection, touched: readonly number[]): readonly (readonly number[])[] {
  const signatures: string[] = table.atoms.map(() => '');
  for (const [index, { power, atoms }] of table.moments.entries()) {
    if (power === 2 && !hiddenMoments.has(index)) for (const atom of atoms) signatures[atom] += `${index} `;
  }
  const wanted = new Set(touched.map((atom) => signatures[atom]).filter((signature) => signature !== ''));
  return [...wanted].map((signature) => signatures.flatMap((own, atom) => (own === signature ? [atom] : [])));
}

function isPossible(table: LinkedTable, atoms: readonly number[], witness: Perturbation): boolean {
  let least = 0;
  let greatest = 0;
  let real = 0;
  for (const index of atoms) {
    const atom = table.atoms[index];
    if (atom === undefined) continue;
    const scored = scoredIn(table, atom, index, witness);
    least += leastSquares(scored, table.scores);
    greatest += greatestSquares(scored, table.scores);
    real += atom.sumSquares;
  }
  const slack = 1e-6 * Math.max(1, real);
  return least <= real + slack && real <= greatest + slack;
}

function scoredIn({ cells, scores }: LinkedTable, atom: Atom, index: number, { values, sums }: Perturbation): Scored {
  const countAt = (cell: number): number => values.get(cell) ?? cells[cell]?.value ?? 0;
  const counts = scores.map((_, band) => countAt(atom.offset + band) + (atom.known[band] ?? 0));
  return { counts, sum: sums.get(index) ?? atom.sum };
}

/** A deviation whose hiding widens the class: first those beside it in the smallest one around, then that one. */
function leastWorthNear({ table, hiddenMoments }: Protection, broken: readonly number[]): number | undefined {
  const told = table.moments.flatMap((moment, index) => {
    const isTold = moment.power === 2 && moment.mayBeHidden && !hiddenMoments.has(index);
    return isTold ? [{ index, worth: moment.worth, atoms: new Set(moment.atoms) }] : [];
  });
  const [first] = broken;
  const around = told.filter(({ atoms }) => first !== undefined && atoms.has(first));
  const outer = around.toSorted((a, b) => a.atoms.size - b.atoms.size)[0];
  if (outer === undefined || outer.atoms.size === broken.length) return outer?.index;
  const isInside = (atoms: ReadonlySet<number>): boolean => [...atoms].every((atom) => outer.atoms.has(atom));
  const beside = told.filter(({ index, atoms }) => index !== outer.index && isInside(atoms));
  return beside.toSorted((a, b) => a.worth - b.worth)[0]?.index ?? outer.index;
}
