import { inflateSync } from 'node:zlib';

type Run = { x: number; y: number; text: string };

/**
 * The words of a PDF as a reader program finds them: every glyph back to its letter through the font's own map, runs of a
 * line from left to right, lines from top to bottom; a text per page. Knows what our PDFs are made of and no more.
 */
export function pdfText(bytes: Uint8Array): string[] {
  const objects = objectsOf(Buffer.from(bytes));
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head));
  return pages.map(({ head }) => {
    const fonts = fontsOf(objects, reference(head, 'Resources'));
    return linesOf(runsOf(objects.get(reference(head, 'Contents'))?.stream ?? '', fonts));
  });
}

type PdfObject = { head: string; stream: string };

function objectsOf(file: Buffer): Map<number, PdfObject> {
  const source = file.toString('latin1');
  const found = new Map<number, PdfObject>();
  for (const match of source.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)(?=endobj|stream\r?\n)(stream\r?\n)?/g)) {
    const [whole, id, head = '', opens = ''] = match;
    const from = (match.index ?? 0) + whole.length;
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const isText = opens !== '' && !head.includes('/Length1') && head.includes('FlateDecode');
    found.set(Number(id), { head, stream: isText ? inflated(file.subarray(from, from + length)) : '' });
  }
  return found;
}

function inflated(bytes: Uint8Array): string {
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    return '';
  }
}

const reference = (head: string, name: string): number => Number(new RegExp(`/${name} (\\d+) 0 R`).exec(head)?.[1]);

/** By the name the page gives a font: which letters each of its glyphs stands for. */
function fontsOf(objects: ReadonlyMap<number, PdfObject>, resources: number): Map<string, Map<number, string>> {
  const named = [...(objects.get(resources)?.head ?? '').matchAll(/\/(F\d+) (\d+) 0 R/g)];
  return new Map(
    named.map(([, name = '', id]) => {
      const map = reference(objects.get(Number(id))?.head ?? '', 'ToUnicode');
      return [name, glyphsOf(objects.get(map)?.stream ?? '')];
    }),
  );
}

function glyphsOf(cmap: string): Map<number, string> {
  const glyphs = new Map<number, string>();
  for (const [, from = '0', , list = ''] of cmap.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/g)) {
    for (const [index, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/g)].entries()) {
      glyphs.set(
        Number.parseInt(from, 16) + index,
        Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
      );
    }
  }
  return glyphs;
}

function runsOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): Run[] {
  let font: ReadonlyMap<number, string> = new Map();
  let at = { x: 0, y: 0 };
  const runs: Run[] = [];
  const steps = /([\d.-]+) ([\d.-]+) Tm|\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g;
  for (const [, x, y, name, glyphs] of content.matchAll(steps)) {
    if (x !== undefined) at = { x: Number(x), y: Number(y) };
    else if (name !== undefined) font = fonts.get(name) ?? new Map();
    else {
      const hex = [...(glyphs ?? '').matchAll(/<([0-9a-f]+)>/g)].map(([, part]) => part).join('');
      const text = (hex.match(/.{4}/g) ?? []).map((code) => font.get(Number.parseInt(code, 16)) ?? '?').join('');
      runs.push({ ...at, text });
    }
  }
  return runs;
}

/** Words of a line follow each other without spaces of their own between runs only where the run brings one. */
function linesOf(runs: readonly Run[]): string {
  const lines = new Map<number, Run[]>();
  for (const run of runs) {
    const y = Math.round(run.y);
    lines.set(y, [...(lines.get(y) ?? []), run]);
  }
  return [...lines]
    .sort(([a], [b]) => b - a)
    .map(([, line]) =>
      line
        .sort((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join(''),
    )
    .join('\n');
}
