import type { Wording } from '../../../server/contract/consent.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Details } from '../ui/details.tsx';
import { Loaded } from '../ui/loaded.tsx';
import type { Got } from '../ui/use-get.ts';

/** The version that will be recorded, and its text, to hold against the signed form. */
export function WordingCheck({ wording }: { wording: Got<Wording> }) {
  return (
    <Loaded got={wording} lines={1}>
      {({ id, language, title, paragraphs, fields }) => (
        <Details summary={m.paper_wording({ version: id })}>
          <div class="stack wording" lang={language}>
            <p>
              <strong>{title}</strong>
            </p>
            {paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            <ul>
              {fields.map((field) => (
                <li key={field}>{field}</li>
              ))}
            </ul>
          </div>
        </Details>
      )}
    </Loaded>
  );
}
