/** Cyrillic letters by the Latin ones under which a name may be typed; Kazakh letters fall together with their neighbours. */
const latin: Readonly<Record<string, string>> = {
  ...{ а: 'a', ә: 'a', б: 'b', в: 'v', г: 'g', ғ: 'g', д: 'd', е: 'e', ё: 'e', э: 'e', ж: 'zh', з: 'z', и: 'i' },
  ...{ й: 'i', і: 'i', ы: 'i', к: 'k', қ: 'k', л: 'l', м: 'm', н: 'n', ң: 'n', о: 'o', ө: 'o', п: 'p', р: 'r' },
  ...{ с: 's', т: 't', у: 'u', ұ: 'u', ү: 'u', ф: 'f', х: 'h', һ: 'h', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'sh' },
  ...{ ъ: '', ь: '', ю: 'iu', я: 'ia' },
};

/** A name as it is compared in a search: «Құрманғалиева» and «kurmangalieva», «Семёнов» and «Семенов» become one. */
export function foldName(name: string): string {
  const letters = [...name.toLowerCase().normalize('NFC')].map((letter) => latin[letter] ?? letter).join('');
  return letters
    .replace(/kh/g, 'h')
    .replace(/q/g, 'k')
    .replace(/w/g, 'u')
    .replace(/y/g, 'i')
    .replace(/gh/g, 'g')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Does every word of the query begin a word of the name? */
export function isNamed(name: string, query: string): boolean {
  const words = foldName(name).split(' ');
  return foldName(query)
    .split(' ')
    .every((part) => words.some((word) => word.startsWith(part)));
}
