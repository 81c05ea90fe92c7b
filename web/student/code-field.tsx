import { useId } from 'preact/hooks';
import { m } from '../i18n/generated/messages.js';
import { type CodeReading, codeLength, groupCode, readCode } from './code.ts';

/** One field for the whole code, so that it can be pasted and read aloud; the groups of the card appear as one types. */
export function CodeField(props: {
  label: string;
  typed: string;
  error: string | null;
  onTyped: (typed: string) => void;
}) {
  const id = useId();
  const reading = readCode(props.typed);
  const isWrong = props.error !== null || reading.state === 'stranger' || reading.state === 'mistyped';
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <input
        id={id}
        class="input code"
        value={groupCode(reading.symbols)}
        onInput={(event) => props.onTyped(retype(event.currentTarget))}
        autocomplete="off"
        autocapitalize="characters"
        spellcheck={false}
        placeholder="0000-0000-00000"
        aria-describedby={`${id}-said`}
        aria-invalid={isWrong}
      />
      <p
        id={`${id}-said`}
        class={isWrong ? 'said error' : `said ${reading.state === 'good' ? 'good' : 'soft'}`}
        aria-live="polite"
      >
        {props.error ?? remark(reading)}
      </p>
    </div>
  );
}

/** Writes the groups of the card into the field and leaves the cursor after the same symbol; gives the symbols. */
function retype(input: HTMLInputElement): string {
  const before = readCode(input.value.slice(0, input.selectionStart ?? input.value.length)).symbols;
  const { symbols } = readCode(input.value);
  input.value = groupCode(symbols);
  const cursor = groupCode(before).length;
  input.setSelectionRange(cursor, cursor);
  return symbols;
}

function remark(reading: CodeReading): string {
  if (reading.state === 'stranger') return m.code_stranger({ symbol: reading.stranger ?? '' });
  if (reading.state === 'mistyped') return m.code_mistyped();
  if (reading.state === 'good') return m.code_good();
  return reading.symbols === '' ? m.code_hint() : m.code_left({ count: codeLength - reading.symbols.length });
}
