import { Brand } from '../ui/brand.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';

export function StudentApp() {
  return (
    <main class="stack">
      <Brand />
      <LanguageSwitch form="full" />
    </main>
  );
}
