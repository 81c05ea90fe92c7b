/** How much of a whole, as a bar that says nothing aloud: the numbers stand beside it. */
export function ProgressBar({ done, of, tone = 'action' }: { done: number; of: number; tone?: 'action' | 'soft' }) {
  const share = of === 0 ? 0 : Math.min(1, done / of);
  return (
    <span class={`bar ${tone}`} aria-hidden="true">
      <span style={{ width: `${share * 100}%` }} />
    </span>
  );
}
