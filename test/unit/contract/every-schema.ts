import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { endpoints } from '../../../server/resources/index.ts';

export type NamedSchema = { name: string; schema: object };

const folder = join(import.meta.dirname, '../../../server/contract');

/** Every schema of the wire: what `server/contract` exports and what endpoints declare. */
export async function everySchema(): Promise<NamedSchema[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.schema.ts'));
  const exported = await Promise.all(
    files.map(async (file) => {
      const module: Record<string, unknown> = await import(pathToFileURL(join(folder, file)).href);
      return Object.entries(module).flatMap(([name, value]) =>
        isSchema(value) ? [{ name: `${file} ${name}`, schema: value }] : [],
      );
    }),
  );
  return [...exported.flat(), ...declared()];
}

const declared = (): NamedSchema[] =>
  endpoints.flatMap(({ method, path, params, query, body, reply }) =>
    Object.entries({ params, query, body, reply }).flatMap(([part, shape]) =>
      shape && 'schema' in shape ? [{ name: `${method.toUpperCase()} ${path} ${part}`, schema: shape.schema }] : [],
    ),
  );

const isSchema = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && ('type' in value || 'anyOf' in value);

/** Every schema inside a schema, itself first, with the way to it. */
export function inside({ name, schema }: NamedSchema): NamedSchema[] {
  const children = Object.entries(schema).flatMap(([keyword, value]) => {
    if (keyword === 'properties') return named(value, `${name}.`);
    if (keyword === 'items' && isSchema(value)) return [{ name: `${name}[]`, schema: value }];
    return keyword === 'anyOf' ? named(value, `${name}|`) : [];
  });
  return [{ name, schema }, ...children.flatMap(inside)];
}

const named = (value: unknown, before: string): NamedSchema[] =>
  Object.entries(value ?? {}).flatMap(([key, schema]) => (isSchema(schema) ? [{ name: before + key, schema }] : []));
