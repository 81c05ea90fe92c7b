import { m } from '../../i18n/generated/messages.js';
import { hornPath } from '../../ui/horn.tsx';

const mostCurls = 10;

/** How far the sitting is, drawn as the ornament growing: a curl for each few questions, the present one in yellow. */
export function ProgressHorns({ done, place, of }: { done: number; place: number; of: number }) {
  const curls = Math.min(mostCurls, of);
  const here = Math.min(curls - 1, Math.floor((place * curls) / of));
  return (
    <div
      class="progress"
      role="progressbar"
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={done}
      aria-label={m.question_progress({ done, of })}
    >
      <svg viewBox={`0 0 ${curls * 30} 16`} aria-hidden="true" fill="none" stroke-width="1.8" stroke-linecap="round">
        {Array.from({ length: curls }, (_, index) => (
          <path
            key={index}
            class={index === here ? 'here' : index < here ? 'done' : 'ahead'}
            d={hornPath}
            transform={`translate(${index * 30} 1)`}
          />
        ))}
      </svg>
    </div>
  );
}
