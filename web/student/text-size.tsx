import { useState } from 'preact/hooks';
import { m } from '../i18n/generated/messages.js';
import { Button } from '../ui/button.tsx';

const steps = [100, 125, 150] as const;

/** Larger letters on a computer whose settings are not the pupil's own; forgotten with the page. */
export function TextSize() {
  const [step, setStep] = useState(currentStep);
  const next = (step + 1) % steps.length;
  const press = () => {
    document.documentElement.style.fontSize = next === 0 ? '' : `${steps[next]}%`;
    setStep(next);
  };
  return (
    <Button look="plain" onPress={press}>
      {next === 0 ? m.text_size_back() : m.text_size()}
    </Button>
  );
}

const currentStep = (): number =>
  Math.max(
    0,
    steps.findIndex((size) => document.documentElement.style.fontSize === `${size}%`),
  );
