import type { ScaleResult } from '../../../server/contract/result.schema.ts';
import { m } from '../../i18n/generated/messages.js';

/** So many stand open; the rest is a press away. */
const mostOpen = 6;

/** In the person's words, what they say of themselves most first. */
export function Strengths({ scales }: { scales: readonly ScaleResult[] }) {
  const [first, rest] = [scales.slice(0, mostOpen), scales.slice(mostOpen)];
  return (
    <section class="stack" aria-labelledby="strengths">
      <h2 id="strengths">{m.result_strengths()}</h2>
      <ScaleList scales={first} />
      {rest.length === 0 ? null : (
        <details>
          <summary>{m.result_more({ count: rest.length })}</summary>
          <ScaleList scales={rest} />
        </details>
      )}
    </section>
  );
}

const ScaleList = ({ scales }: { scales: readonly ScaleResult[] }) => (
  <ul class="strengths">
    {scales.map(({ scale, name, sentence, scored, answered, of }) => (
      <li key={scale}>
        <h3>{name}</h3>
        <p>{scored ? sentence : m.result_unscored({ answered, of })}</p>
      </li>
    ))}
  </ul>
);
