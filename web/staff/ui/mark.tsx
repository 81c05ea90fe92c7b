export type Tone = 'good' | 'warn' | 'bad' | 'none' | 'going';

const shapes: Readonly<Record<Tone, string>> = {
  good: 'M3 8.5l3.2 3L13 4.5',
  warn: 'M8 3v6M8 12.2v.6',
  bad: 'M4 4l8 8M12 4l-8 8',
  none: 'M4 8h8',
  going: 'M8 3.2a4.8 4.8 0 1 1-4.8 4.8',
};

/** A state in a word and a shape: colour is never the only sign. */
export function Mark({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span class={`mark ${tone}`}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" fill="none">
        <path d={shapes[tone]} stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />
      </svg>
      {children}
    </span>
  );
}
