import type { ApiFailure } from '../../offline/failure.ts';

/** The fields a 422 names (`/body/iin` → `iin`). What is wrong is said by the page: the server's detail is for programs. */
export function wrongFields(failure: ApiFailure | null): ReadonlySet<string> {
  const pointers = failure?.problem?.errors?.map(({ pointer }) => pointer) ?? [];
  return new Set(pointers.map((pointer) => pointer.replace(/^\/body\//, '').split('/')[0] ?? ''));
}
