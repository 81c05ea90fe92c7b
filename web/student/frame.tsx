import type { ComponentChildren } from 'preact';
import { Brand } from '../ui/brand.tsx';
import { DemoBanner } from '../ui/demo-banner.tsx';
import { Horn } from '../ui/horn.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';

type Props = { demo?: boolean; wide?: boolean; foot?: ComponentChildren; children: ComponentChildren };

/** What stands around every page of a pupil or a guardian: demo mark, name, languages; below, a quiet last line. */
export function Frame({ demo = false, wide = false, foot, children }: Props) {
  return (
    <div class={wide ? 'page wide' : 'page'}>
      <DemoBanner demo={demo} />
      <header class="top">
        <Brand />
        <LanguageSwitch />
      </header>
      <main class="main">{children}</main>
      <footer class="foot">
        {foot}
        <Horn />
      </footer>
    </div>
  );
}
