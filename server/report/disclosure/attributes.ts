import type { Attributes } from './report-counts.ts';

/** A name for attributes, the same in whatever order they are given. */
export const attributesKey = (of: Attributes): string =>
  Object.keys(of)
    .toSorted()
    .map((name) => `;${name}=${of[name]}`)
    .join('');

/** Whether pupils of these attributes have all of the wanted ones. */
export const hasAttributes = (of: Attributes, wanted: Attributes): boolean =>
  Object.entries(wanted).every(([name, value]) => of[name] === value);
