/** A cell where nothing was answered, by one rule for every command: blank, or `NA` as statistics programs write it. */
export function isMissing(cell: string): boolean {
  const text = cell.trim();
  return text === '' || text === 'NA';
}
