/** A Markdown table. Cells are joined as they are. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A proportion or coefficient to three places, without a leading zero: .953. */
export const three = (value: number): string => value.toFixed(3).replace(/^(-?)0\./, '$1.');

/** A share in per cent. */
export const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
