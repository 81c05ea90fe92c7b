import { readFileSync, statSync } from 'node:fs';
import type { Words } from './domain/language.ts';

/** An identity provider this installation trusts; no other issuer is ever asked or believed. */
export type OidcProvider = {
  id: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Where the provider sends people back: this service’s address and `/staff/oidc`. */
  redirectUri: string;
  names: Words;
  /** The provider asks for a second factor itself, so that ours is not asked for on top. */
  secondFactor: boolean;
};

const texts = ['id', 'issuer', 'clientId', 'clientSecret', 'redirectUri'] as const;

/** Reads the providers' file; refuses one that others can read. Throws an Error that names what is wrong. */
export function readProviders(file: string | undefined): OidcProvider[] {
  if (file === undefined || file === '') return [];
  if ((statSync(file).mode & 0o077) !== 0) throw new Error(`${file} can be read by others: chmod 600 ${file}`);
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(content)) throw new Error(`${file}: a list of providers was expected`);
  return content.map((entry: unknown, at) => readProvider(entry, `${file}[${at}]`));
}

function readProvider(entry: unknown, where: string): OidcProvider {
  const given = new Map(Object.entries(typeof entry === 'object' && entry !== null ? entry : {}));
  const read = (name: string): string => {
    const value: unknown = given.get(name);
    if (typeof value !== 'string' || value === '') throw new Error(`${where}: «${name}» is missing`);
    return value;
  };
  const [id = '', issuer = '', clientId = '', clientSecret = '', redirectUri = ''] = texts.map(read);
  if (!isSafe(issuer)) throw new Error(`${where}: the issuer has to be an https address`);
  const name = typeof given.get('name') === 'string' ? String(given.get('name')) : id;
  const names = { kk: name, ru: name, en: name };
  return { id, issuer, clientId, clientSecret, redirectUri, names, secondFactor: given.get('secondFactor') === true };
}

/** Https, or this very machine while trying things out. */
export function isSafe(issuer: string): boolean {
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'https:' || isLoopback(hostname);
}

export const isLoopback = (hostname: string): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
