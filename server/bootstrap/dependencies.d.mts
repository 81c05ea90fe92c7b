import type { Progress } from './mongod.d.mts';
export type PackageList = Record<string, { version: string; optional?: boolean; devOptional?: boolean }>;
export function absentFrom(installed: PackageList, wanted: PackageList): string[];
export function missingPackages(): string[];
export function ensureDependencies(progress: Progress): Promise<void>;
