/** Forms count their own minor versions below this; above it the hundreds are the number of the panel whose key they hold. */
const step = 100;

type Parts = readonly [major: number, minor: number, patch: number];

const partsOf = (version: string): Parts => {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return [major, minor, patch];
};

/** The number of the panel whose key a version of a form holds; 0 for the form as it came. */
export const keyNumber = (version: string): number => Math.floor(partsOf(version)[1] / step);

/** The version of the form as it came. */
export function baseVersion(version: string): string {
  const [major, minor, patch] = partsOf(version);
  return `${major}.${minor % step}.${patch}`;
}

export function keyedVersion(version: string, number: number): string {
  const [major, minor, patch] = partsOf(baseVersion(version));
  return `${major}.${minor + step * number}.${patch}`;
}
