import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Brand } from '../../ui/brand.tsx';
import { DemoBanner } from '../../ui/demo-banner.tsx';
import { Horn } from '../../ui/horn.tsx';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { useStaff } from '../session/staff-context.ts';
import { Account } from './account.tsx';
import { navItems } from './nav-items.ts';
import { useCounts } from './use-counts.ts';

/** What stands around every page: at the side where there is room, behind a menu on a phone. */
export function Frame({ children }: { children: ComponentChildren }) {
  useLanguage();
  const { me } = useStaff();
  const { path } = useLocation();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => setOpen(false), [path]);
  return (
    <div class="frame">
      <header class="frame-top">
        <a class="skip" href="#main">
          {m.nav_skip()}
        </a>
        <DemoBanner demo={me.demo} />
        <div class="side">
          <div class="side-top">
            <Brand href="/staff" />
            <button
              type="button"
              class="menu-button"
              aria-expanded={isOpen}
              aria-controls="menu"
              onClick={() => setOpen(!isOpen)}
            >
              {m.nav_menu()}
            </button>
          </div>
          <Horn curls={5} />
          <div id="menu" class={isOpen ? 'menu open' : 'menu'}>
            {me.secondFactor === 'first' ? null : <Links path={path} />}
            <LanguageSwitch />
            <Account />
          </div>
        </div>
      </header>
      <main id="main" class="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

function Links({ path }: { path: string }) {
  const { me } = useStaff();
  const counts = useCounts(path);
  return (
    <nav class="nav" aria-label={m.nav_name()}>
      {navItems(me).map(({ href, label, also = href, waits }) => (
        <a
          key={href}
          href={href}
          {...(path.startsWith(href) || path.startsWith(also) ? { 'aria-current': 'page' as const } : {})}
        >
          {label()}
          {waits === undefined || counts[waits] === 0 ? null : (
            <span class="waits">
              {formatNumber(counts[waits])}
              <span class="unseen"> {m.nav_waits()}</span>
            </span>
          )}
        </a>
      ))}
    </nav>
  );
}
