import type { Plugin } from 'vite';

export function splitWords(first: string): Plugin;
export function comesWith(first: string): Set<string>;
export function messagesFrom(first: string): string[];
