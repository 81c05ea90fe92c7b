import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

type Common = { label: string; hint?: ComponentChildren; error?: string | undefined };

/** What the browser itself holds a line to, and helps with. */
type Limits = {
  required?: boolean;
  maxLength?: number;
  min?: string | number;
  max?: string | number;
  pattern?: string;
  inputMode?: 'numeric';
  title?: string;
  lang?: string;
};

// Apart, because the types of elements tell one kind of input from another.
const kinds = {
  text: { type: 'text' },
  email: { type: 'email' },
  password: { type: 'password' },
  date: { type: 'date' },
  number: { type: 'number' },
  search: { type: 'search' },
} as const;

type FieldProps = Common & {
  value: string;
  onValue: (value: string) => void;
  type?: keyof typeof kinds;
  autocomplete?: string;
  input?: Limits;
};

/** A labelled line of a form; what is wrong with it stands beneath and is named by the field itself. */
export function Field({ label, hint, error, value, onValue, type = 'text', autocomplete = 'off', input }: FieldProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        {...input}
        id={id}
        class="input"
        {...kinds[type]}
        value={value}
        autocomplete={autocomplete}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, hint, error)}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
      />
      <Beneath id={id} hint={hint} error={error} />
    </div>
  );
}

/** As `Field`, with a list to choose from. */
export function Choice<Value extends string>({
  label,
  hint,
  error,
  value,
  options,
  onValue,
}: Common & {
  value: Value;
  options: readonly (readonly [value: Value, label: string])[];
  onValue: (value: Value) => void;
}) {
  const id = useId();
  const choose = (chosen: string) => {
    const option = options.find(([known]) => known === chosen);
    if (option !== undefined) onValue(option[0]);
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        class="input"
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, hint, error)}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
      >
        {options.map(([known, words]) => (
          <option key={known} value={known}>
            {words}
          </option>
        ))}
      </select>
      <Beneath id={id} hint={hint} error={error} />
    </div>
  );
}

function Beneath({ id, hint, error }: { id: string; hint: ComponentChildren; error: string | undefined }) {
  return (
    <>
      {error === undefined ? null : (
        <p class="error" id={`${id}e`}>
          {error}
        </p>
      )}
      {hint === undefined ? null : (
        <p class="small" id={`${id}h`}>
          {hint}
        </p>
      )}
    </>
  );
}

const describedBy = (id: string, hint: ComponentChildren, error: string | undefined): string =>
  [hint === undefined ? '' : `${id}h`, error === undefined ? '' : `${id}e`].filter(Boolean).join(' ');
