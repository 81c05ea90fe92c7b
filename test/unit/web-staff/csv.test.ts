import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../../web/staff/ui/csv.ts';

describe('CSV for a spreadsheet', () => {
  it('begins with a byte-order mark and ends every line with CRLF', () => {
    expect(
      csvText(
        [
          ['a', 1],
          ['b', null],
        ],
        'en',
      ),
    ).toBe('\uFEFFa,1\r\nb,\r\n');
  });

  it('takes the marks of the language: a semicolon where the comma belongs to numbers', () => {
    expect(csvText([['Орташа', 3.75]], 'kk')).toBe('\uFEFFОрташа;3,75\r\n');
    expect(csvText([['Среднее', -0.5]], 'ru')).toBe('\uFEFFСреднее;-0,5\r\n');
  });

  it.each(['=1+1', '+7 701', '-2', '@SUM(A1)', '\tx', '\rx'])('neutralises the text %j', (text) => {
    const cell = csvText([[text]], 'en')
      .slice(1, -2)
      .replace(/^"/, '');
    expect(cell.startsWith("'")).toBe(true);
  });

  it('leaves numbers alone, negative ones too', () => {
    expect(csvText([[-2, 1e-7]], 'en')).toBe('\uFEFF-2,1e-7\r\n');
  });

  it('quotes what would break the table, and can be read back', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), (cells) => {
        const harmless = cells.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell));
        expect(readLine(csvText([cells], 'kk').slice(1, -2), ';')).toEqual(harmless);
      }),
    );
  });
});

/** An independent reader of one CSV record: quoted fields with doubled quotes. */
function readLine(line: string, between: string): string[] {
  const cells: string[] = [];
  for (let at = 0; at <= line.length; at++) {
    let cell = '';
    if (line[at] === '"') {
      for (at++; line[at] !== '"' || line[at + 1] === '"'; at++) {
        cell += line[at];
        if (line[at] === '"') at++;
      }
      at++;
    } else for (; at < line.length && line[at] !== between; at++) cell += line[at];
    cells.push(cell);
  }
  return cells;
}
