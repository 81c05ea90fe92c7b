/** The usual width of a letter, in units of the type size: a little generous, so that words end before the edge. */
const usualLetter = 0.52;
/** The same for bold type. */
export const boldLetter = 0.6;

/** Breaks a text into lines that fit `width` (px) at `size` (px). A word longer than a line stays whole. */
export function wrapWords(text: string, width: number, size: number, letter = usualLetter): string[] {
  const letters = Math.max(1, Math.floor(width / (size * letter)));
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
