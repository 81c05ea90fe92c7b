/** One curl of the «ram's horn» ornament, drawn in a box 30 wide and 14 high. */
export const hornPath = 'M15 13V8M15 8c0-7-11-8-11-2.5 0 3.4 5 3.4 5 .6M15 8c0-7 11-8 11-2.5 0 3.4-5 3.4-5 .6';

/** A row of curls: pure ornament, silent for screen readers. */
export function Horn({ curls = 8 }: { curls?: number }) {
  return (
    <svg
      class="horn"
      viewBox={`0 0 ${curls * 30} 14`}
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
    >
      {Array.from({ length: curls }, (_, index) => (
        <path key={index} d={hornPath} transform={`translate(${index * 30} 0)`} />
      ))}
    </svg>
  );
}
