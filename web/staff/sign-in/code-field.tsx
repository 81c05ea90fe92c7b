import { useLayoutEffect, useRef } from 'preact/hooks';
import { m } from '../../i18n/generated/messages.js';
import { Field } from '../ui/field.tsx';

/** The second factor; it takes the focus when it appears. */
export function CodeField({ value, onValue }: { value: string; onValue: (value: string) => void }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.querySelector('input')?.focus(), []);
  return (
    <div ref={place}>
      <Field
        label={m.factor_code()}
        hint={m.factor_code_hint()}
        autocomplete="one-time-code"
        value={value}
        onValue={onValue}
        input={{ required: true, maxLength: 40 }}
      />
    </div>
  );
}
