import type { ProblemBody } from '../../server/contract/problem.schema.ts';
import type { Language } from '../i18n/language.ts';
import { ApiFailure } from '../offline/failure.ts';
import type { PupilApi } from '../offline/pupil-api.ts';

/** A document of the reader's own as a PDF. Rejects with `ApiFailure`, told in `language`. */
export async function fetchPdf(api: PupilApi, path: string, language: Language): Promise<Blob> {
  const headers = { 'accept-language': language, authorization: `Bearer ${api.token() ?? ''}` };
  const reply = await fetch(path, { headers }).catch(() => null);
  if (reply === null) throw new ApiFailure(null);
  if (!reply.ok) throw new ApiFailure(await problemOf(reply));
  return reply.blob().catch(() => Promise.reject(new ApiFailure(null)));
}

async function problemOf(reply: Response): Promise<ProblemBody> {
  const foreign = { type: 'about:blank', slug: 'unexpected', title: '', status: reply.status, requestId: '' };
  const told: unknown = await reply.json().catch(() => null);
  return typeof told === 'object' && told !== null && 'slug' in told ? (told as ProblemBody) : foreign;
}
