import { useId } from 'preact/hooks';
import type { ProfileScale } from '../../../server/contract/profile.schema.ts';
import { bandChart } from '../../charts/band-chart.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Language } from '../../i18n/language.ts';
import { SvgView } from '../../ui/svg-view.tsx';
import { useWidth } from '../../ui/use-width.ts';
import { ExplainToggle } from './explain-toggle.tsx';
import { barOf, comparedWords, scoreWords } from './score-words.ts';

type Props = { pupil: string; sitting: string; scale: ProfileScale; language: Language };

/** One scale: the sentence the pupil reads too, the answers with their margin of error, and the way down to the items. */
export function ScaleCard({ pupil, sitting, scale, language }: Props) {
  const { place, width } = useWidth<HTMLElement>(296);
  const id = useId();
  const { name, scored, sentence } = scale;
  const inWords = scoreWords(scale);
  const compared = comparedWords(scale);
  return (
    <section class="sheet scale-card" aria-labelledby={id}>
      <h3 id={id}>{name}</h3>
      {scored ? (
        <blockquote>
          <p>{m.quoted({ text: sentence })}</p>
        </blockquote>
      ) : null}
      <figure ref={place}>
        <SvgView node={bandChart({ title: `${name}: ${inWords}`, rows: [barOf(scale)], width })} />
        {scored ? (
          <figcaption>
            <p>{inWords}</p>
            {compared === null ? null : <p class="soft">{compared}</p>}
          </figcaption>
        ) : null}
      </figure>
      {scored ? (
        <ExplainToggle pupil={pupil} sitting={sitting} scale={scale.scale} name={name} language={language} />
      ) : null}
    </section>
  );
}
