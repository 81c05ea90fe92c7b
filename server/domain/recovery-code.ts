/** Crockford's letters: none that is taken for another. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 12;

/** Ten codes of 60 bits each, for when the authenticator is lost. `pick(n)` draws from 0 … n − 1. */
export const makeRecoveryCodes = (pick: (bound: number) => number): string[] =>
  Array.from({ length: 10 }, () => Array.from({ length }, () => alphabet[pick(alphabet.length)] ?? '0').join(''));

/** As people copy it, in groups of four. */
export const printRecoveryCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

/** What was typed, as it was made; null where it cannot be one. */
export function foldRecoveryCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return code.length === length && [...code].every((letter) => alphabet.includes(letter)) ? code : null;
}
