/** The steppe with one yurt, under the pages one comes in by and leaves by. Pure ornament. */
export function Steppe() {
  return (
    <svg class="steppe" viewBox="0 0 1200 120" preserveAspectRatio="xMidYMax slice" aria-hidden="true">
      <path class="far" d="M0 76C150 36 260 46 380 68S640 24 800 58 1050 34 1200 66V120H0Z" />
      <path class="near" d="M0 98C200 74 380 82 560 96S900 110 1200 84V120H0Z" />
      <g class="yurt" transform="translate(560 54)">
        <path class="felt" d="M0 44V25C4 11 22 4 34 4S64 11 68 25V44Z" />
        <path d="M0 44V25C4 11 22 4 34 4S64 11 68 25V44M26 5c2-6 14-6 16 0M34 1v3M27 44V26h14v18M1 26h26M41 26h26" />
        <path class="band" d="M4 32l4-4 4 4 4-4 4 4 4-4M44 32l4-4 4 4 4-4 4 4 4-4" />
      </g>
    </svg>
  );
}
