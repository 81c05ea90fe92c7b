/**
 * Access codes: 12 symbols and a check symbol, written 4-4-5.
 *
 * The 21 symbols are digits and the letters that look alike on Latin and Cyrillic keyboards, so whichever layout is on,
 * what is read from the card can be typed. 12 × log2(21) = 52.7 bits. The check is a weighted sum modulo the prime 23:
 * every single wrong symbol and every swap of two symbols is noticed. Sums of 21 and 22 have no symbol; such codes are never issued.
 */
export const codeAlphabet = '0123456789ABCEHKMPTXY';
const dataLength = 12;
const modulus = 23;

const lookAlikes: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  К: 'K',
  М: 'M',
  Р: 'P',
  Т: 'T',
  Х: 'X',
  У: 'Y',
  Ү: 'Y',
  Ұ: 'Y',
  Қ: 'K',
  Ң: 'H',
  Һ: 'H',
  О: '0',
  O: '0',
  І: '1',
  I: '1',
  L: '1',
  З: '3',
};

/** Folds what a person typed to the code's own symbols; null where it cannot be a code (wrong length, symbol or check). */
export function foldCode(typed: string): string | null {
  const symbols = [...typed.slice(0, 80).toUpperCase()].filter((symbol) => !/[\s\-–—.]/u.test(symbol));
  const folded = symbols.map((symbol) => lookAlikes[symbol] ?? symbol).join('');
  return isCode(folded) ? folded : null;
}

/** Is it a whole code with the right check symbol? */
export function isCode(code: string): boolean {
  if (code.length !== dataLength + 1 || [...code].some((symbol) => !codeAlphabet.includes(symbol))) return false;
  return checkSymbol(code.slice(0, dataLength)) === code.at(-1);
}

/** The check symbol of 12 data symbols, or null where the sum has none. */
export function checkSymbol(data: string): string | null {
  const sum = [...data].reduce((total, symbol, index) => total + codeAlphabet.indexOf(symbol) * (index + 2), 0);
  return codeAlphabet[sum % modulus] ?? null;
}

/**
 * A fresh code. `randomInt(bound)` must give uniform integers in [0, bound) from a cryptographic source;
 * a deterministic one makes the demo's codes.
 */
export function makeCode(randomInt: (bound: number) => number): string {
  for (;;) {
    const data = Array.from({ length: dataLength }, () => codeAlphabet[randomInt(codeAlphabet.length)] ?? '0').join('');
    const check = checkSymbol(data);
    if (check !== null) return data + check;
  }
}

/** As printed on the card: 4-4-5. */
export const printCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
