import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { wrongImport } from './architecture/layers.ts';
import { importsOf, importsOfFile, sourceFiles } from './architecture/read-imports.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const product = ['instruments', 'scoring', 'server', 'web'].flatMap((folder) => sourceFiles(root, folder));
const tests = sourceFiles(root, 'test');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** The lines of a file where its syntax tree has what is looked for. */
function where(file: string, text: string, matches: (node: ts.Node) => boolean): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (matches(node)) found.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const isAny = (node: ts.Node): boolean => node.kind === ts.SyntaxKind.AnyKeyword;

/** `it.only`, `describe.todo`, `it.skip`: a test nobody runs. The data of `../shared` may be absent; that is said in words. */
function isLaidAside(node: ts.Node): boolean {
  if (!ts.isPropertyAccessExpression(node) || !/^(skip|only|todo|fails)$/.test(node.name.text)) return false;
  if (!/^(it|test|describe|suite)\b/.test(node.expression.getText())) return false;
  const call = node.parent;
  return !(ts.isCallExpression(call) && /shelfIsAbsent/.test(call.arguments[0]?.getText() ?? ''));
}

describe('layers', () => {
  it('found the house', () => expect(product.length).toBeGreaterThan(150));

  it('are kept by every import of every file', () => {
    const wrong = product.flatMap((file) => importsOfFile(root, file).flatMap((found) => wrongImport(found) ?? []));
    expect(wrong).toEqual([]);
  });

  it('leave reading the disk in instruments to one file', () => {
    const readers = product
      .filter((file) => file.startsWith('instruments/'))
      .filter((file) => importsOfFile(root, file).some(({ target }) => target.startsWith('node:fs')));
    expect(readers).toEqual(['instruments/load.ts']);
  });

  it('keep scoring free of clock and chance', () => {
    const impure = (node: ts.Node): boolean =>
      /^(Math\.random|Date\.now|performance\.now|new Date\(\))$/.test(node.getText());
    const scoring = product.filter((file) => file.startsWith('scoring/'));
    expect(scoring.flatMap((file) => where(file, read(file), impure))).toEqual([]);
  });

  it.each([
    ['server/domain/x.ts', "import { makeContainer } from '../container.ts'"],
    ['server/domain/x.ts', "import { batch } from '../contract/sitting.schema.ts'"],
    ['server/domain/x.ts', "import mongoose from 'mongoose'"],
    ['server/resources/x.ts', "import { sittingStore } from '../store/sittings.ts'"],
    ['server/resources/x.ts', "import { makeContainer } from '../container.ts'"],
    ['server/http/x.ts', "export { endpoints } from '../resources/index.ts'"],
    ['server/http/x.ts', "const c = await import('../container.ts')"],
    ['server/contract/x.ts', "import type { Actor } from '../domain/actor.ts'"],
    ['server/report/x.ts', "import { type ResultStore, resultStore } from '../store/results.ts'"],
    ['scoring/x.ts', "import { loadInstrument } from '../instruments/load.ts'"],
    ['scoring/x.ts', "import { readFileSync } from 'node:fs'"],
    ['web/student/x.tsx', "import { answer } from '../../server/contract/sitting.schema.ts'"],
    ['web/student/x.tsx', "import type { Actor } from '../../server/domain/actor.ts'"],
    ['web/student/x.tsx', "import { Chart } from 'chart.js'"],
    ['web/staff/x.tsx', "import { Desk } from '../student/sitting/desk.ts'"],
    ['server/referrals/x.ts', "import { join } from 'node:path'"],
    ['server/store/x.ts', "import { freshDatabase } from '../../test/database.ts'"],
  ])('see a planted wrong import: %s %s', (file, text) => {
    expect(importsOf(file, text).map(wrongImport)).toEqual([expect.stringContaining(file)]);
  });

  it('let types through where only types are allowed', () => {
    const good = "import type { Answer } from '../../server/contract/sitting.schema.ts'";
    expect(importsOf('web/student/x.tsx', good).map(wrongImport)).toEqual([null]);
    const allNamed = "import { type Container, type Other } from '../container.ts'";
    expect(importsOf('server/resources/x.ts', allNamed).map(wrongImport)).toEqual([null]);
  });
});

describe('shape of the code', () => {
  it('has no product file over 300 lines', () => {
    const long = product.map((file) => [file, read(file).split('\n').length - 1] as const).filter(([, n]) => n > 300);
    expect(long).toEqual([]);
  });

  it('has no file or folder named after nothing', () => {
    const parts = (file: string) => [...dirname(file).split('/'), basename(file).replace(/\.[^.]+(\.[^.]+)?$/, '')];
    const forbidden = /^(utils?|helpers?|common|misc|stuff)$/;
    expect([...product, ...tests].filter((file) => parts(file).some((part) => forbidden.test(part)))).toEqual([]);
  });

  it('has kebab-case file names', () => {
    const odd = [...product, ...tests].filter(
      (file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)+$/.test(basename(file)),
    );
    expect(odd).toEqual([]);
  });

  it('has no `any`', () => {
    // The oracles read other programs' reference files, whose shape is known to each case alone.
    const typed = [...product, ...tests].filter((file) => !file.startsWith('test/oracle/'));
    expect(typed.flatMap((file) => where(file, read(file), isAny))).toEqual([]);
    expect(where('x.ts', 'const a: any = 1; type B = Record<string, any>', isAny)).toHaveLength(2);
  });

  it('has no test laid aside', () => {
    expect(tests.flatMap((file) => where(file, read(file), isLaidAside))).toEqual([]);
    const planted = 'it.only("a", f); describe.skip("b", f); it.todo("c"); it.skip(shelfIsAbsent, f); list.skip(1)';
    expect(where('x.ts', planted, isLaidAside)).toHaveLength(3);
  });
});
