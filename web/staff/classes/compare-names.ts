const alphabet = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя';
const rank = new Map([...alphabet].map((letter, index) => [letter, index]));
const placeOf = (letter: string): number => rank.get(letter) ?? 1000 + (letter.codePointAt(0) ?? 0);

/**
 * Orders names by the Kazakh alphabet (А Ә Б …), numbers in front as numbers, letters of other alphabets behind.
 * Browsers may carry no Kazakh collation: they then put 9Ә after 9Я.
 */
export function compareNames(first: string, second: string): number {
  const [numberOfFirst, numberOfSecond] = [Number.parseInt(first, 10), Number.parseInt(second, 10)];
  if (numberOfFirst !== numberOfSecond && !Number.isNaN(numberOfFirst) && !Number.isNaN(numberOfSecond)) {
    return numberOfFirst - numberOfSecond;
  }
  const [a, b] = [[...first.toLowerCase()], [...second.toLowerCase()]];
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const [left, right] = [a[at], b[at]];
    if (left === undefined || right === undefined) return left === undefined ? -1 : 1;
    if (left !== right) return placeOf(left) - placeOf(right);
  }
  return 0;
}
