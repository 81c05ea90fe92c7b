import type { Wording } from '../../server/contract/consent.schema.ts';
import { Sheet } from '../ui/sheet.tsx';

/** What somebody agrees to: the paragraphs as they stand, and the exact list of data. */
export function WordingText({ text, fieldsTitle }: { text: Wording; fieldsTitle: string }) {
  return (
    <>
      <div class="stack prose">
        {text.paragraphs.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      <Sheet title={fieldsTitle}>
        <ul class="points">
          {text.fields.map((field) => (
            <li key={field}>{field}</li>
          ))}
        </ul>
      </Sheet>
    </>
  );
}
