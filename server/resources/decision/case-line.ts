import type { CaseLine } from '../../contract/case.schema.ts';
import type { StoredCaseEvent } from '../../store/cases.ts';
import type { Words } from './case-words.ts';

type Told = { names: ReadonlyMap<string, string>; words: ReadonlyMap<StoredCaseEvent, Words> };

/** Everyone a log names, to be looked up at once. */
export const namedIn = (events: readonly StoredCaseEvent[]): string[] => [
  ...new Set(events.flatMap((event) => ('to' in event && event.to !== null ? [event.by, event.to] : [event.by]))),
];

/** A line of the log as people read it. */
export function toLine(event: StoredCaseEvent, { names, words }: Told): CaseLine {
  const { text = null, source } = words.get(event) ?? {};
  const told = {
    seq: event.seq,
    at: event.at.toISOString(),
    kind: event.kind,
    by: names.get(event.by) ?? event.by,
    role: event.role,
    text,
    ...(source === undefined ? {} : { source }),
  };
  switch (event.kind) {
    case 'conversation':
      return { ...told, on: event.on, present: [...event.present] };
    case 'evidence':
      return { ...told, on: event.on, about: event.about };
    case 'decision':
      return { ...told, standing: event.standing, plannedOn: event.plannedOn };
    case 'conflict':
      return { ...told, relation: event.relation, to: event.to === null ? null : (names.get(event.to) ?? event.to) };
    case 'assigned':
      return { ...told, to: names.get(event.to) ?? event.to };
    case 'answer':
      return {
        ...told,
        appeal: event.appeal,
        standing: event.ruling?.standing ?? null,
        plannedOn: event.ruling?.plannedOn ?? null,
      };
    default:
      return told;
  }
}
