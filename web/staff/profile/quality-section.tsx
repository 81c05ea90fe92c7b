import type { ResultQuality } from '../../../server/contract/analysis.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Sheet } from '../../ui/sheet.tsx';
import { Mark, type Tone } from '../ui/mark.tsx';

const tones: Readonly<Record<NonNullable<ResultQuality>['state'], Tone>> = {
  valid: 'good',
  review: 'warn',
  'repeat-offered': 'warn',
};

/** How the answers came about, each flag with its reason, and what a reader should know before trusting the numbers. */
export function QualitySection({ quality, notes }: { quality: ResultQuality | undefined; notes: readonly string[] }) {
  return (
    <Sheet title={m.profile_notes()}>
      {quality === null || quality === undefined ? null : (
        <>
          <p>
            <Mark tone={tones[quality.state]}>{quality.label}</Mark> {quality.advice}
          </p>
          {quality.flags.length === 0 ? null : (
            <ul class="points">
              {quality.flags.map(({ flag, text }) => (
                <li key={flag}>{text}</li>
              ))}
            </ul>
          )}
        </>
      )}
      <ul class="points soft">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        <li>{m.profile_note_always()}</li>
      </ul>
    </Sheet>
  );
}
