import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeAlphabet, foldCode, isCode, makeCode, printCode } from '../../../server/domain/access-code.ts';

const code = fc.array(fc.nat({ max: codeAlphabet.length - 1 }), { minLength: 200, maxLength: 200 }).map((numbers) => {
  let at = 0;
  return makeCode((bound) => {
    at += 1;
    return (numbers[at % numbers.length] ?? 0) % bound;
  });
});
const place = fc.nat({ max: 12 });
const symbol = fc.constantFrom(...codeAlphabet);
const replaced = (text: string, at: number, by: string): string => text.slice(0, at) + by + text.slice(at + 1);

describe('an access code', () => {
  it('has at least 50 bits', () => {
    expect(12 * Math.log2(codeAlphabet.length)).toBeGreaterThan(50);
    expect(new Set(codeAlphabet).size).toBe(codeAlphabet.length);
  });

  it('is a code, as printed and as typed', () => {
    fc.assert(fc.property(code, (made) => isCode(made) && foldCode(printCode(made)) === made));
  });

  it('shows every single wrong symbol', () => {
    fc.assert(fc.property(code, place, symbol, (made, at, by) => made[at] === by || !isCode(replaced(made, at, by))));
    // … and, for one code, all of them.
    const made = makeCode(randomInt);
    for (let at = 0; at < made.length; at += 1)
      for (const by of codeAlphabet) expect(isCode(replaced(made, at, by))).toBe(by === made[at]);
  });

  it('shows every swap of two symbols, neighbours or not', () => {
    fc.assert(
      fc.property(code, place, place, (made, one, other) => {
        const [a = '', b = ''] = [made[one], made[other]];
        return a === b || !isCode(replaced(replaced(made, one, b), other, a));
      }),
      { numRuns: 2000 },
    );
  });

  it('shows a missing and a doubled symbol', () => {
    fc.assert(
      fc.property(
        code,
        place,
        (made, at) => !isCode(replaced(made, at, '')) && !isCode(replaced(made, at, `${made[at]}${made[at]}`)),
      ),
    );
  });

  it('may be typed on either keyboard, in either case, with any spaces', () => {
    const cyrillic: Record<string, string> = {
      A: 'а',
      B: 'В',
      C: 'с',
      E: 'Е',
      H: 'н',
      K: 'К',
      M: 'М',
      P: 'р',
      T: 'Т',
      X: 'х',
      Y: 'У',
      0: 'О',
      1: 'І',
      3: 'З',
    };
    fc.assert(
      fc.property(code, (made) => {
        const typed = [...made].map((one) => cyrillic[one] ?? one).join('');
        return (
          foldCode(` ${typed.slice(0, 5)} – ${typed.slice(5)}\n`) === made && foldCode(made.toLowerCase()) === made
        );
      }),
    );
  });

  it('is not found in anything else', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        (text) => foldCode(text) === null || isCode(foldCode(text) ?? ''),
      ),
    );
    for (const text of ['', '-', 'A'.repeat(13_000), '{"$ne":null}']) expect(foldCode(text)).toBeNull();
  });

  it('is drawn evenly', () => {
    const drawn = Array.from({ length: 2000 }, () => makeCode(randomInt)).join('');
    for (const one of codeAlphabet) {
      const share = [...drawn].filter((other) => other === one).length / drawn.length;
      expect(share).toBeGreaterThan(0.9 / codeAlphabet.length);
      expect(share).toBeLessThan(1.1 / codeAlphabet.length);
    }
  });
});
