import { randomUUID } from 'node:crypto';
import type { TestService } from './harness.ts';

/** Things of the counsellor's desk that requests of the access table are about. */
export type DeskThings = {
  /** An import of a class list that may be applied, and one to be thrown away. */
  import: string;
  discarded: string;
};

/** Puts the desk's things into a school of the demo. */
export async function deskThings({ stores }: TestService, school: string): Promise<DeskThings> {
  const now = stores.now();
  const draft = { fileName: 'list.csv', headings: ['Тегі', 'Аты', 'Туған күні', 'Сыныбы'], decisions: {}, class: null };
  const columns = ['familyName', 'givenName', 'birthDate', 'class'] as const;
  const rows = [{ line: 2, cells: ['Кестеден', 'Айша', '2011-05-14', '9А'] }];
  const fresh = { school, by: 'demo-counsellor', format: 'csv', encoding: 'utf-8', createdAt: now } as const;
  const ids = [randomUUID(), randomUUID()];
  for (const _id of ids) {
    const expiresAt = new Date(now.getTime() + 86_400_000);
    await stores.imports.add({ _id, ...fresh, expiresAt, draft: { ...draft, columns, rows } });
  }
  const [applied = '', discarded = ''] = ids;
  return { import: applied, discarded };
}
