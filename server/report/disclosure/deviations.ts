import type { Witness } from './belief.ts';
import type { Atom } from './linked-table.ts';
import type { Protection } from './protection.ts';
import { greatestSquares, leastSquares } from './spread.ts';

interface Range {
  readonly least: number;
  readonly greatest: number;
}

/**
 * Told deviations and the witnesses that must agree with them. Atoms are classed by the told deviations they stand in;
 * a witness agrees when in each class the squares can still sum up to what they really sum up to.
 * (Sufficient: then every sum over classes is right too.)
 */
export class Deviations {
  private readonly protection: Protection;
  private classes: readonly (readonly number[])[] | undefined;
  private classedFor = -1;
  private readonly realRanges = new Map<number, Range>();

  constructor(protection: Protection) {
    this.protection = protection;
  }

  /** Whether an earlier release has told a deviation. */
  areToldForGood(): boolean {
    return this.protection.table.moments.some(({ power, mayBeHidden }) => power === 2 && !mayBeHidden);
  }

  /** Hides deviations until the witness agrees with the rest; false when it cannot, because they are told already. */
  agreeWith(witness: Witness): boolean {
    for (;;) {
      const broken = this.classesNow().find((atoms) => !this.isPossible(atoms, witness));
      if (broken === undefined) return true;
      const victim = this.leastWorthNear(broken);
      if (victim === undefined) return false;
      this.protection.hiddenMoments.add(victim);
    }
  }

  /** Atoms in no told deviation are free and in no class. */
  private classesNow(): readonly (readonly number[])[] {
    const { table, hiddenMoments } = this.protection;
    if (this.classes !== undefined && this.classedFor === hiddenMoments.size) return this.classes;
    const signatures: string[] = table.atoms.map(() => '');
    for (const [index, { power, atoms }] of table.moments.entries()) {
      if (power === 2 && !hiddenMoments.has(index)) for (const atom of atoms) signatures[atom] += `${index} `;
    }
    const classes = new Map<string, number[]>();
    for (const [atom, signature] of signatures.entries()) {
      if (signature !== '') classes.set(signature, [...(classes.get(signature) ?? []), atom]);
    }
    this.classedFor = hiddenMoments.size;
    this.classes = [...classes.values()];
    return this.classes;
  }

  private isPossible(atoms: readonly number[], witness: Witness): boolean {
    const { table } = this.protection;
    let [least, greatest, real, isTouched] = [0, 0, 0, false];
    for (const index of atoms) {
      const atom = table.atoms[index];
      if (atom === undefined) continue;
      const isMoved = witness.sums.has(index) || table.scores.some((_, band) => witness.values.has(atom.offset + band));
      const range = isMoved ? this.rangeIn(atom, index, witness) : this.realRange(atom, index);
      isTouched ||= isMoved;
      least += range.least;
      greatest += range.greatest;
      real += atom.sumSquares;
    }
    const slack = 1e-6 * Math.max(1, real);
    return !isTouched || (least <= real + slack && real <= greatest + slack);
  }

  private realRange(atom: Atom, index: number): Range {
    const known = this.realRanges.get(index);
    if (known !== undefined) return known;
    const range = this.rangeIn(atom, index, { values: new Map(), sums: new Map() });
    this.realRanges.set(index, range);
    return range;
  }

  private rangeIn(atom: Atom, index: number, { values, sums }: Pick<Witness, 'values' | 'sums'>): Range {
    const { cells, scores } = this.protection.table;
    const countAt = (cell: number): number => values.get(cell) ?? cells[cell]?.value ?? 0;
    const counts = scores.map((_, band) => countAt(atom.offset + band) + (atom.known[band] ?? 0));
    const scored = { counts, sum: sums.get(index) ?? atom.sum };
    return { least: leastSquares(scored, scores), greatest: greatestSquares(scored, scores) };
  }

  /** A deviation whose hiding widens the class: first those beside it in the smallest one around, then that one. */
  private leastWorthNear(broken: readonly number[]): number | undefined {
    const { table, hiddenMoments } = this.protection;
    const told = table.moments.flatMap((moment, index) => {
      const mayGo = moment.power === 2 && moment.mayBeHidden && !hiddenMoments.has(index);
      return mayGo ? [{ index, worth: moment.worth, atoms: new Set(moment.atoms) }] : [];
    });
    const [first] = broken;
    const around = told.filter(({ atoms }) => first !== undefined && atoms.has(first));
    const [outer] = around.toSorted((a, b) => a.atoms.size - b.atoms.size);
    if (outer === undefined || outer.atoms.size === broken.length) return outer?.index;
    const isInside = (atoms: ReadonlySet<number>): boolean => [...atoms].every((atom) => outer.atoms.has(atom));
    const beside = told.filter(({ index, atoms }) => index !== outer.index && isInside(atoms));
    return beside.toSorted((a, b) => a.worth - b.worth)[0]?.index ?? outer.index;
  }
}
