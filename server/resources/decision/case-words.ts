import { randomUUID } from 'node:crypto';
import type { Container } from '../../container.ts';
import { said } from '../../domain/decision/case-rules.ts';
import { Problem } from '../../domain/problem.ts';
import type { SealedWords, StoredCaseEvent } from '../../store/cases.ts';

/** What a line says: the text, and for an observation where it comes from. */
export type Words = { text: string; source?: string };

const fieldOf = (id: string): string => `case.${id}`;

/** Seals words with the pupil's key, bound to one line; «not found» where the pupil's identity is gone. */
export async function sealWords(stores: Container, pid: string, { text, source }: Words): Promise<SealedWords> {
  const id = randomUUID();
  const words: Words = {
    text: said(text, '/body/text'),
    ...(source === undefined ? {} : { source: said(source, '/body/source') }),
  };
  const sealed = await stores.identities.sealField(pid, fieldOf(id), JSON.stringify(words));
  if (sealed === null) throw new Problem('not-found');
  return { id, sealed };
}

/** The words of lines, by the line itself; a line whose key is gone has none. */
export async function openWords(
  stores: Container,
  events: readonly StoredCaseEvent[],
): Promise<ReadonlyMap<StoredCaseEvent, Words>> {
  const sealed = events.flatMap((event) => (event.words === null ? [] : [{ event, words: event.words }]));
  const opened = await stores.identities.openFields(
    sealed.map(({ event, words }) => ({ pid: event.pid, field: fieldOf(words.id), sealed: words.sealed })),
  );
  return new Map(
    sealed.flatMap(({ event }, index) => {
      const text = opened[index] ?? null;
      return text === null ? [] : [[event, readWords(text)] as const];
    }),
  );
}

// Our own text, written by `sealWords`.
const readWords = (text: string): Words => JSON.parse(text) as Words;
