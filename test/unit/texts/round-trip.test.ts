import { describe, expect, it } from 'vitest';
import { readSheet, type TextSheet } from '../../../server/domain/texts/read-sheet.ts';
import { textRows, textStanding } from '../../../server/domain/texts/text-source.ts';
import { readTextWorkbook, writeTextWorkbook } from '../../../server/report/spreadsheet/text-workbook.ts';
import { textDesk } from '../../../server/text-desk.ts';

const desk = textDesk();
const sources = desk.sources();

/** The sheet that comes back, with some cells another. */
async function returned(
  edit: (sheet: { texts: string[][]; review: string[][] }) => void = () => undefined,
): Promise<TextSheet> {
  const sheet = await readTextWorkbook(await writeTextWorkbook(sources));
  const plain = {
    texts: sheet.texts.map(({ cells }) => [...cells]),
    review: sheet.review.map(({ cells }) => [...cells]),
  };
  edit(plain);
  const numbered = (rows: string[][]) => rows.map((cells, index) => ({ line: index + 1, cells }));
  return { texts: numbered(plain.texts), review: numbered(plain.review) };
}

const at = (rows: string[][], instrument: string, id: string): string[] =>
  rows.find((cells) => cells[0] === instrument && cells[1] === id) ?? [];
const read = async (edit?: Parameters<typeof returned>[0]) => readSheet(sources, await returned(edit), desk.check);
const [KK, RU] = [3, 4];

describe('the round trip of texts', () => {
  it('brings every phrase of every instrument back as it went, and finds nothing changed', async () => {
    const reading = await read();
    expect(reading.errors).toEqual([]);
    expect(reading.changes).toEqual([]);
    expect(reading.texts).toEqual([]);
    expect(reading.rows).toBe(sources.flatMap(textRows).length);
    expect(reading.rows).toBeGreaterThan(700);
    for (const row of sources.flatMap(textRows)) expect(row.missing, `${row.instrument} ${row.id}`).toBe('');
  });

  it('takes a better wording, keeps everything else, and what was adjudicated is a draft again', async () => {
    const better = 'Маған бір нәрсені түсіндіру ұнайды.';
    const reading = await read(({ texts }) => {
      at(texts, 'teaching-motives', 'items/MI1')[KK] = better;
    });
    expect(reading.errors).toEqual([]);
    expect(reading.changes).toMatchObject([
      { instrument: 'teaching-motives', id: 'items/MI1', language: 'kk', after: better },
    ]);
    const [changed] = reading.texts;
    const before = sources.find(({ instrument }) => instrument === 'teaching-motives');
    expect(changed?.texts.kk).toEqual({ ...before?.texts.kk, items: { ...before?.texts.kk.items, MI1: better } });
    expect(changed?.texts.ru).toEqual(before?.texts.ru);
  });

  it('never loses words: an emptied cell is an error by row and column, a row that is gone changes nothing', async () => {
    const reading = await read(({ texts }) => {
      at(texts, 'teaching-motives', 'items/MI1')[RU] = '  ';
      texts.splice(texts.indexOf(at(texts, 'teaching-motives', 'items/MA1')), 1);
    });
    expect(reading.changes).toEqual([]);
    expect(reading.errors).toMatchObject([
      { sheet: 'texts', column: 'ru', problem: expect.stringContaining('is empty') },
    ]);
    expect(reading.errors[0]?.line).toBeGreaterThan(1);
  });

  it('does not write over what was changed here since the export', async () => {
    const reading = await read(({ texts }) => {
      const row = at(texts, 'teaching-motives', 'items/MI1');
      row[KK] = 'Жаңа сөйлем осында тұр.';
      row[8] = '000000000000';
    });
    expect(reading.changes).toEqual([]);
    expect(reading.errors).toMatchObject([
      { column: 'kk', problem: expect.stringContaining('after this sheet was exported') },
    ]);
  });

  it('names rows of nothing, rows that stand twice, and headings that moved', async () => {
    const reading = await read(({ texts }) => {
      texts.push(['nothing', 'items/X1'], ['teaching-motives', 'items/X1'], [...(texts[1] ?? [])]);
    });
    expect(reading.errors.map(({ column }) => column)).toEqual(['instrument', 'id', 'id']);
    const moved = await read(({ texts }) => {
      texts[0]?.splice(KK, 2, 'ru', 'kk');
    });
    expect(moved.errors).toMatchObject([{ line: 1, column: 'kk', problem: 'is expected here, found ru' }]);
    expect(moved.changes).toEqual([]);
  });

  it('says where new words break the rules of the instrument', async () => {
    const reading = await read(({ texts }) => {
      at(texts, 'teaching-motives', 'items/MI1')[KK] = 'Latyn аrалас sөз.';
    });
    expect(reading.errors.length).toBeGreaterThan(0);
    expect(reading.errors[0]).toMatchObject({ sheet: 'texts', column: 'kk' });
  });

  it('adjudicates with two named readers and two days, and with nothing less', async () => {
    const review = (cells: string[]) =>
      read((sheet) => {
        const row = sheet.review.find(([instrument, language]) => instrument === 'candour' && language === 'kk');
        row?.splice(2, 5, ...cells);
      });
    const good = await review(['adjudicated', 'Айгүл Серікова', '2026-12-01', 'Ерлан Оспанов', '2026-12-03']);
    expect(good.errors).toEqual([]);
    const [candour] = good.texts;
    expect(candour?.texts.kk).toMatchObject({
      status: 'adjudicated',
      reviewedBy: [
        { name: 'Айгүл Серікова', role: 'adjudicator', date: '2026-12-01' },
        { name: 'Ерлан Оспанов', role: 'adjudicator', date: '2026-12-03' },
      ],
    });
    expect(candour?.reviewed.kk?.date).toBe('2026-12-03');
    expect(
      (await review(['adjudicated', 'Айгүл Серікова', '2026-12-01', 'Айгүл Серікова', '2026-12-03'])).errors,
    ).toMatchObject([{ column: 'reviewer 2' }]);
    expect((await review(['adjudicated', 'А', '1.12.2026', 'Б', '2026-12-03'])).errors).toMatchObject([
      { column: 'date 1' },
    ]);
    expect((await review(['fine', '', '', '', ''])).errors).toMatchObject([{ column: 'status' }]);
  });

  it('tells which phrases changed since their review', async () => {
    const good = await read((sheet) => {
      const row = sheet.review.find(([instrument, language]) => instrument === 'candour' && language === 'kk');
      row?.splice(2, 5, 'adjudicated', 'А Б', '2026-12-01', 'В Г', '2026-12-03');
    });
    const [candour] = good.texts;
    if (candour === undefined) throw new Error('nothing changed');
    const reviewed = { ...candour, version: '1.0.0' };
    expect(textRows(reviewed).every(({ changedSince }) => changedSince === '')).toBe(true);
    const title = { ...reviewed, texts: { ...reviewed.texts, en: { ...reviewed.texts.en, title: 'Another title' } } };
    expect(textRows(title).filter(({ changedSince }) => changedSince !== '')).toMatchObject([
      { id: 'title', changedSince: 'kk 2026-12-03' },
    ]);
    expect(textStanding(title)[0]).toMatchObject({ language: 'kk', status: 'adjudicated', changed: 1, missing: 0 });
  });
});
