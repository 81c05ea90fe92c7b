import type { ComponentChildren } from 'preact';
import { Brand } from '../ui/brand.tsx';
import { DemoBanner } from '../ui/demo-banner.tsx';
import { Horn } from '../ui/horn.tsx';
import { LanguageNotice, LanguageSwitch } from '../ui/language-switch.tsx';
import { Steppe } from './steppe.tsx';

type Props = {
  demo?: boolean;
  /** Room for two columns on a wide screen. */
  wide?: boolean;
  /** A page of several questions: somewhat wider than a column of text. */
  roomy?: boolean;
  /** A page one comes in by or leaves by. */
  door?: boolean;
  foot?: ComponentChildren;
  children: ComponentChildren;
};

/** What stands around every page of a pupil or a guardian: demo mark, name, languages; below, a quiet last line. */
export function Frame({ demo = false, wide = false, roomy = false, door = false, foot, children }: Props) {
  return (
    <div class={wide ? 'page wide' : roomy ? 'page roomy' : 'page'}>
      <header>
        <DemoBanner demo={demo || isDemoService()} />
        <div class="top">
          <Brand />
          <LanguageSwitch />
        </div>
      </header>
      <main class="main">
        <LanguageNotice />
        {children}
      </main>
      <footer class="foot">
        {foot}
        {door ? null : <Horn />}
      </footer>
      {door ? <Steppe /> : null}
    </div>
  );
}

/** The service says so on the page itself where everything it holds is simulated; else each session tells of its own data. */
const isDemoService = (): boolean => document.documentElement.hasAttribute('data-demo');
