import { useId } from 'preact/hooks';

/** Several lines of words, as `Field` is one. */
export function TextArea({
  label,
  hint,
  error,
  value,
  onValue,
  rows = 4,
  lang,
}: {
  label: string;
  hint?: string;
  error?: string | undefined;
  value: string;
  onValue: (value: string) => void;
  rows?: number;
  lang?: string;
}) {
  const id = useId();
  const described = [hint === undefined ? '' : `${id}h`, error === undefined ? '' : `${id}e`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        class="input"
        rows={rows}
        required
        minLength={3}
        maxLength={4000}
        {...(lang === undefined ? {} : { lang })}
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={described}
        onInput={({ currentTarget }) => onValue(currentTarget.value)}
      />
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
    </div>
  );
}
