import { useState } from 'preact/hooks';
import { m } from '../../i18n/generated/messages.js';
import type { Language } from '../../i18n/language.ts';
import { ScaleExplanation } from './scale-explanation.tsx';

/** Whose explanation, of what, from which sitting. */
export type Explained = { pupil: string; sitting: string; scale: string; name: string; language: Language };

/** The way down to the items, opened on demand: each look is in the log. */
export function ExplainToggle({ name, ...of }: Explained) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <div class="no-print">
        <button type="button" class="button plain" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? m.profile_explain_close() : m.profile_explain()}
          <span class="unseen"> {name}</span>
        </button>
      </div>
      {isOpen ? <ScaleExplanation {...of} /> : null}
    </>
  );
}
