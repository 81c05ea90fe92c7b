/**
 * A cell as people meant it: one space between words, no signs that cannot be seen. The apostrophe our own exports put before
 * = + - @ (so that a spreadsheet does not calculate) is taken off again; the sign after it is data like any other.
 */
export const tidyCell = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .replace(/^'(?=[=+\-@])/, '');
