/**
 * Access codes as the device sees them: what was typed, folded to the 21 symbols of the cards, and whether the check symbol
 * fits. Only a kindness to whoever types: the server judges. The rule is that of `server/domain/access-code.ts`.
 */
const alphabet = '0123456789ABCEHKMPTXY';
export const codeLength = 13;

const lookAlikes = new Map(
  Object.entries({
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
  }),
);

export type CodeReading = {
  /** The symbols so far, folded, 13 at most. */
  symbols: string;
  /** The first symbol that no card carries. */
  stranger: string | null;
  state: 'short' | 'stranger' | 'mistyped' | 'good';
};

/** Reads what was typed, in either keyboard layout, in any case, with any spaces and dashes. */
export function readCode(typed: string): CodeReading {
  const written = [...typed.slice(0, 80).toUpperCase()].filter((symbol) => !/[\s\-–—.]/u.test(symbol));
  const symbols = written.map((symbol) => lookAlikes.get(symbol) ?? symbol).slice(0, codeLength);
  const stranger = symbols.find((symbol) => !alphabet.includes(symbol)) ?? null;
  const folded = symbols.join('');
  if (stranger !== null) return { symbols: folded, stranger, state: 'stranger' };
  if (symbols.length < codeLength) return { symbols: folded, stranger, state: 'short' };
  return { symbols: folded, stranger, state: hasRightCheck(folded) ? 'good' : 'mistyped' };
}

/** As on the card: 4-4-5. */
export const groupCode = (symbols: string): string =>
  [symbols.slice(0, 4), symbols.slice(4, 8), symbols.slice(8)].filter((group) => group !== '').join('-');

function hasRightCheck(code: string): boolean {
  const values = [...code].map((symbol) => alphabet.indexOf(symbol));
  const sum = values.slice(0, -1).reduce((total, value, index) => total + value * (index + 2), 0);
  return sum % 23 === values[codeLength - 1];
}
