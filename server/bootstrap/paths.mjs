import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** What can be fetched again: binaries. `USTAZ_CACHE` moves it. */
export const cacheFolder = () => resolve(process.env.USTAZ_CACHE || join(homedir(), '.cache/ustaz'));

/** What cannot: the database, its record and the secrets. `USTAZ_DATA` moves it. */
export const dataFolder = () => resolve(root, process.env.USTAZ_DATA || 'data');
