import { foldForSearch } from '../../ui/search-fold.ts';

const folded = new Map<string, readonly string[]>();
/** Names of a few schools; then begin anew. */
const mostFolded = 20_000;

/** A name's words as search compares them, folded once: a letter typed into a list of thousands must not fold it again. */
function wordsOf(name: string): readonly string[] {
  const known = folded.get(name);
  if (known !== undefined) return known;
  if (folded.size >= mostFolded) folded.clear();
  const words = foldForSearch(name).split(' ');
  folded.set(name, words);
  return words;
}

/** Folds names while nothing else is to do, so that the first letter typed into a long list is as quick as the second. */
export function foldAhead(names: readonly string[]): () => void {
  let at = 0;
  let timer = 0;
  const some = (): void => {
    for (const name of names.slice(at, at + 200)) wordsOf(name);
    at += 200;
    if (at < names.length) timer = window.setTimeout(some, 20);
  };
  timer = window.setTimeout(some, 300);
  return () => clearTimeout(timer);
}

/** Does a name fit what was typed: every typed word begins one of its words, whatever the alphabet? As `fitsSearch`, for many. */
export function nameSearch(query: string): (name: string) => boolean {
  const wanted = foldForSearch(query)
    .split(' ')
    .filter((part) => part !== '');
  return (name) => wanted.every((part) => wordsOf(name).some((word) => word.startsWith(part)));
}
