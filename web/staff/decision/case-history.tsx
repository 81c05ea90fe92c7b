import type { CaseLine } from '../../../server/contract/case.schema.ts';
import { formatDay, formatInstant } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { authorOf, lineTitle, presentWords, relationWords } from './case-words.ts';

/** Every line, newest first: lines are only ever added. */
export function CaseHistory({ lines }: { lines: readonly CaseLine[] }) {
  if (lines.length === 0) return <p class="soft">{m.case_history_empty()}</p>;
  return (
    <ol class="case-log">
      {[...lines].reverse().map((line) => (
        <li key={line.seq}>
          <p>
            <strong>{lineTitle(line)}</strong>
            <br />
            <span class="small">
              {authorOf(line)}, {formatInstant(line.at)}
            </span>
          </p>
          <Facts line={line} />
          <Words line={line} />
        </li>
      ))}
    </ol>
  );
}

function Facts({ line }: { line: CaseLine }) {
  const facts = [
    line.on === undefined ? null : formatDay(line.on),
    line.source ?? null,
    line.present === undefined ? null : line.present.map((who) => presentWords[who]()).join(', '),
    line.plannedOn ? m.case_planned_on({ day: formatDay(line.plannedOn) }) : null,
    line.relation === undefined ? null : relationWords[line.relation](),
    line.kind === 'conflict' && line.to !== null && line.to !== undefined
      ? m.case_line_assigned({ name: line.to })
      : null,
  ].filter((fact) => fact !== null);
  return facts.length === 0 ? null : <p class="small">{facts.join(' · ')}</p>;
}

function Words({ line }: { line: CaseLine }) {
  if (line.kind === 'conflict' || line.kind === 'assigned') return null;
  if (line.text === null && line.seq > 0) return <p class="soft">{m.case_words_gone()}</p>;
  return <p class="case-words">{line.text}</p>;
}
