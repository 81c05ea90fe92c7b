import type { ExpertFeedback, ExpertPage, ExpertSituation } from '../../../server/contract/expert.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { shown } from '../bench/figures.ts';
import type { OwnRatings } from './use-ratings.ts';

const shares = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100] as const;

/** A situation with its options, each rated by itself, and where the border lies. Native radios: arrows, Tab and digits work. */
export function SituationForm({
  page,
  situation,
  own,
}: {
  page: ExpertPage;
  situation: ExpertSituation;
  own: OwnRatings;
}) {
  return (
    <div>
      <p class="situation-text">{situation.text}</p>
      <p class="soft ask">
        {m.expert_question()} {m.expert_keys({ n: page.points.length })}
      </p>
      {situation.options.map((option) => (
        <Rating
          key={option.id}
          name={option.id}
          legend={option.text}
          points={page.points}
          value={own.options.get(option.id) ?? null}
          feedback={option.feedback}
          onValue={(value) => own.rate('options', option.id, value)}
        />
      ))}
      <Rating
        name={`border-${situation.id}`}
        legend={m.expert_border()}
        hint={m.expert_border_hint()}
        points={shares.map((share) => ({ value: share, label: '' }))}
        value={own.borders.get(situation.id) ?? null}
        feedback={situation.borderFeedback}
        onValue={(value) => own.rate('borders', situation.id, value)}
      />
    </div>
  );
}

type Point = ExpertPage['points'][number];

function Rating({
  name,
  legend,
  hint,
  points,
  value,
  feedback,
  onValue,
}: {
  name: string;
  legend: string;
  hint?: string;
  points: readonly Point[];
  value: number | null;
  feedback: ExpertFeedback;
  onValue: (value: number) => void;
}) {
  const isShare = hint !== undefined;
  const byDigit = (event: KeyboardEvent) => {
    const point = isShare || event.ctrlKey || event.metaKey || event.altKey ? undefined : points[Number(event.key) - 1];
    if (point === undefined) return;
    event.preventDefault();
    onValue(point.value);
  };
  return (
    <fieldset class="rating" onKeyDown={byDigit}>
      <legend>{legend}</legend>
      {isShare ? <p class="small soft">{hint}</p> : null}
      <div class={isShare ? 'rate-points shares' : 'rate-points'}>
        {points.map((point) => (
          <label key={point.value}>
            <input
              type="radio"
              name={name}
              value={point.value}
              checked={value === point.value}
              onChange={() => onValue(point.value)}
            />
            <strong>{point.value}</strong>
            {point.label === '' ? null : <span>{point.label}</span>}
          </label>
        ))}
      </div>
      {feedback === null ? null : (
        <p class="small">
          {m.expert_feedback({
            own: shown(feedback.own, 0),
            median: shown(feedback.median, 1),
            low: shown(feedback.low, 1),
            high: shown(feedback.high, 1),
          })}
        </p>
      )}
    </fieldset>
  );
}
