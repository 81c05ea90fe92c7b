import type { ComponentChildren } from 'preact';
import { Brand } from '../../ui/brand.tsx';
import { Horn } from '../../ui/horn.tsx';
import { LanguageSwitch } from '../../ui/language-switch.tsx';

/** What stands around the pages before anyone is signed in. */
export function Door({ children }: { children: ComponentChildren }) {
  return (
    <div class="door">
      <header class="door-top">
        <Brand />
        <LanguageSwitch form="full" />
      </header>
      <main class="sheet stack">{children}</main>
      <Horn />
    </div>
  );
}
