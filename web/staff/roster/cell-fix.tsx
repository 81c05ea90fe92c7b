import { useId, useState } from 'preact/hooks';

/** A cell to be corrected in place; sent when the reader leaves it or presses Enter. `about`: which row, for who cannot see it. */
export function CellFix({
  heading,
  about,
  text,
  fault,
  onText,
}: {
  heading: string;
  about: string;
  text: string;
  fault: string | undefined;
  onText: (text: string) => void;
}) {
  const id = useId();
  // What is typed holds as long as the cell it corrects stands: an effect after drawing would wipe what is typed at once.
  const [held, setHeld] = useState({ of: text, typed: text });
  if (held.of !== text) setHeld({ of: text, typed: text });
  const typed = held.of === text ? held.typed : text;
  return (
    <div class="cell-fix">
      <label for={id}>
        {heading}
        <span class="unseen">, {about}</span>
      </label>
      <input
        id={id}
        class="input"
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : `${id}e`}
        value={typed}
        maxLength={400}
        autocomplete="off"
        onInput={({ currentTarget }) => setHeld({ of: text, typed: currentTarget.value })}
        onChange={({ currentTarget }) => (currentTarget.value === text ? undefined : onText(currentTarget.value))}
      />
      {fault === undefined ? null : (
        <span class="error" id={`${id}e`}>
          {fault}
        </span>
      )}
    </div>
  );
}
