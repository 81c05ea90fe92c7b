// The same as server/domain/search-fold.ts, which a page may not import; test/unit/domain/search-fold.test.ts holds them together.
/** Letters of two alphabets as the sounds people type for them; Kazakh letters fall together with their plain neighbours. */
// biome-ignore format: an alphabet is read by its rows
const sounds: Readonly<Record<string, string>> = {
  а: 'a', ә: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', д: 'd', е: 'e', ё: 'e', э: 'e', ж: 'zh', з: 'z',
  и: 'i', й: 'i', і: 'i', ы: 'i', к: 'k', қ: 'k', л: 'l', м: 'm', н: 'n', ң: 'n', о: 'o', ө: 'o',
  п: 'p', р: 'r', с: 's', т: 't', у: 'u', ұ: 'u', ү: 'u', ф: 'f', х: 'h', һ: 'h', ц: 'ts', ч: 'ch',
  ш: 'sh', щ: 'sh', ъ: '', ь: '', ю: 'iu', я: 'ia',
  ş: 'sh', č: 'ch', ž: 'zh', ı: 'i', j: 'zh', q: 'k', w: 'v', x: 'ks', y: 'i',
};

/** Latin spellings of one sound, after the letters: the Kazakh Latin alphabets and the passport's spelling fall together. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/shch/g, 'sh'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ng/g, 'n'],
  [/([a-z])\1+/g, '$1'],
];

/**
 * Text as search compares it: «Қыдырбекова Әсел» and «kydyrbekova asel» fold to the same words. Case, ё/е, і/и, Kazakh letters
 * and the alphabet do not matter; signs are spaces. Folding twice is folding once.
 */
export function foldForSearch(text: string): string {
  const letters = [...text.normalize('NFC').toLowerCase()].map((letter) => sounds[letter] ?? plain(letter)).join('');
  return settled(letters.replace(/[^a-z0-9]+/g, ' ').trim());
}

/** One spelling may make way for another («kkh» → «kh» → «h»): until nothing changes. Each step makes the text shorter. */
function settled(text: string): string {
  const next = spellings.reduce((folded, [spelling, sound]) => folded.replace(spelling, sound), text);
  return next === text ? text : settled(next);
}

/** A letter without its marks: «é» is «e». */
const plain = (letter: string): string => letter.normalize('NFD').replace(/\p{M}/gu, '');

/** Whether every word of the query begins a word of the text; an empty query fits everything. */
export function fitsSearch(text: string, query: string): boolean {
  const words = foldForSearch(text).split(' ');
  const wanted = foldForSearch(query).split(' ');
  return wanted.every((part) => part === '' || words.some((word) => word.startsWith(part)));
}
