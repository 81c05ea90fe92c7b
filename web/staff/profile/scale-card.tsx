import { useId, useState } from 'preact/hooks';
import type { ScaleResult } from '../../../server/contract/result.schema.ts';
import { bandChart } from '../../charts/band-chart.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Language } from '../../i18n/language.ts';
import { SvgView } from '../../ui/svg-view.tsx';
import { useWidth } from '../../ui/use-width.ts';
import { ScaleExplanation } from './scale-explanation.tsx';

/** One scale: the sentence the pupil reads too, the answers with their margin of error, and the way down to the items. */
export function ScaleCard({ pupil, scale, language }: { pupil: string; scale: ScaleResult; language: Language }) {
  const { place, width } = useWidth<HTMLElement>(296);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { mean, low, high, lowEnd, highEnd, answered, of, name, scored } = scale;
  const note = m.profile_unscored({ done: formatNumber(answered), of: formatNumber(of) });
  const inWords =
    mean === null || low === null || high === null
      ? note
      : m.profile_band({ mean: formatNumber(mean, 1), low: formatNumber(low, 1), high: formatNumber(high, 1) });
  return (
    <section class="sheet scale-card" aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      {scored ? (
        <blockquote>
          <p>{m.quoted({ text: scale.sentence })}</p>
        </blockquote>
      ) : null}
      <figure ref={place}>
        <SvgView
          node={bandChart({
            title: `${name}: ${inWords}`,
            rows: [{ name: '', lowEnd, highEnd, mean, low, high, note }],
            width,
          })}
        />
        {scored ? <figcaption>{inWords}</figcaption> : null}
      </figure>
      {scored ? (
        <div class="no-print">
          <button type="button" class="button plain" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? m.profile_explain_close() : m.profile_explain()}
            <span class="unseen"> {name}</span>
          </button>
        </div>
      ) : null}
      {isOpen ? <ScaleExplanation pupil={pupil} scale={scale.scale} language={language} /> : null}
    </section>
  );
}
