import type { InstrumentText } from '../../../instruments/schema/text.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Horn } from '../../ui/horn.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import type { Part } from './stops.ts';
import { useBackKey, useKeys } from './use-keys.ts';

type Props = { text: InstrumentText; block: string; part: Part; onward: () => void; onBack: () => void };

/** What the next questions are about and how they are answered. */
export function LeadPage({ text, block, part, onward, onBack }: Props) {
  const words = text.blocks?.[block];
  useBackKey(true, onBack);
  useEnter(onward);
  return (
    <>
      {part.of === 1 ? null : <p class="soft">{m.part_of({ number: part.number, of: part.of })}</p>}
      <PageTitle>{words?.title ?? text.title}</PageTitle>
      <Horn curls={3} />
      <p>{words?.instructions ?? text.instructions}</p>
      <div class="stack choices">
        <Button wide onPress={onward}>
          {m.lead_on()}
        </Button>
        <Button wide look="quiet" onPress={onBack}>
          {m.back()}
        </Button>
      </div>
    </>
  );
}

/** Enter goes on wherever the focus is, unless it stands on something that Enter itself presses. */
export function useEnter(onEnter: () => void): void {
  useKeys((event) => {
    const isPressing = event.target instanceof Element && event.target.closest('button, a, summary') !== null;
    if (event.key === 'Enter' && !isPressing) onEnter();
  });
}
