import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeAlphabet, foldCode, makeCode, printCode } from '../../../server/domain/access-code.ts';
import { groupCode, readCode } from '../../../web/student/code.ts';

/** A valid code from a seed, as the server makes them. */
const codes = fc.integer({ min: 1, max: 2 ** 31 - 2 }).map((seed) => {
  let state = seed;
  return makeCode((bound) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % bound;
  });
});

const cyrillicTwins = new Map(
  Object.entries({
    A: 'а',
    B: 'в',
    C: 'с',
    E: 'е',
    H: 'н',
    K: 'қ',
    M: 'м',
    P: 'р',
    T: 'т',
    X: 'х',
    Y: 'ү',
    0: 'о',
    1: 'і',
    3: 'з',
  }),
);

describe('a code as typed', () => {
  it('is read as the server reads it, whatever was typed', () => {
    const typed = fc.string({
      unit: fc.constantFrom(...codeAlphabet, ...'авсенкмртхуқңһүұоіз', 'д', 'Q', '-', ' ', '–', '.'),
      maxLength: 20,
    });
    fc.assert(
      fc.property(typed, (text) => {
        const folded = foldCode(text);
        const reading = readCode(text);
        if (folded !== null) expect(reading).toMatchObject({ state: 'good', symbols: folded });
        // The field takes 13 symbols and drops what comes after; the server refuses such a text.
        else if (reading.state === 'good')
          expect([...text].filter((sign) => !/[\s\-–.]/.test(sign)).length).toBeGreaterThan(13);
      }),
      { numRuns: 2000 },
    );
  });

  it('is good from the card, in Cyrillic and in small letters', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const cyrillic = [...printCode(code)]
          .map((symbol) => cyrillicTwins.get(symbol) ?? symbol.toLowerCase())
          .join('');
        for (const typed of [code, printCode(code), cyrillic, ` ${code.toLowerCase()} `]) {
          expect(readCode(typed)).toEqual({ symbols: code, stranger: null, state: 'good' });
        }
        expect(groupCode(code)).toBe(printCode(code));
      }),
    );
  });

  it('is noticed with one wrong symbol and with two swapped', () => {
    fc.assert(
      fc.property(codes, fc.nat(12), fc.nat(20), fc.nat(11), (code, place, symbol, swap) => {
        const wrong = code.slice(0, place) + codeAlphabet[symbol] + code.slice(place + 1);
        if (wrong !== code) expect(readCode(wrong).state).toBe('mistyped');
        const swapped = code.slice(0, swap) + code[swap + 1] + code[swap] + code.slice(swap + 2);
        if (swapped !== code) expect(readCode(swapped).state).toBe('mistyped');
      }),
    );
  });

  it('names the symbol no card carries', () => {
    expect(readCode('4K7Ж')).toEqual({ symbols: '4K7Ж', stranger: 'Ж', state: 'stranger' });
    expect(readCode('4K7')).toMatchObject({ state: 'short', stranger: null });
    expect(readCode('')).toEqual({ symbols: '', stranger: null, state: 'short' });
  });
});
