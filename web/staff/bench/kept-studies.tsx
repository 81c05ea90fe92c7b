import type { StudyHead } from '../../../server/contract/bench.schema.ts';
import { formatInstant } from '../../i18n/format.ts';
import { studyPath } from './study-words.ts';

/** Studies that were taken for a decision stay to be read, each with its report as a file. */
export function KeptStudies({
  title,
  studies,
  about,
}: {
  title: string;
  studies: readonly StudyHead[];
  about?: (study: StudyHead) => string;
}) {
  const kept = studies.filter(({ state }) => state === 'done');
  if (kept.length === 0) return null;
  return (
    <div>
      <h3>{title}</h3>
      <ul class="plain-list">
        {kept.map((study) => (
          <li key={study.id}>
            <a href={studyPath(study)}>{formatInstant(study.askedAt)}</a>{' '}
            <span class="soft">{about?.(study) ?? study.askedBy}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
