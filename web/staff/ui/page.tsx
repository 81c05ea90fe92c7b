import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { m } from '../../i18n/generated/messages.js';
import { PageTitle } from '../../ui/page-title.tsx';

/** One page: where we are, the question it answers as its title, one line on the matter, then the answer. */
export function Page({
  title,
  crumbs,
  lead,
  actions,
  children,
}: {
  title: string;
  crumbs?: ComponentChildren;
  lead?: ComponentChildren;
  actions?: ComponentChildren;
  children: ComponentChildren;
}) {
  useEffect(() => {
    document.title = `${title} · Ұстаз`;
  }, [title]);
  return (
    <>
      <div class="page-head">
        {crumbs === undefined ? null : (
          <nav class="crumbs" aria-label={m.nav_crumbs()}>
            {crumbs}
          </nav>
        )}
        <PageTitle>{title}</PageTitle>
        {lead === undefined ? null : <div class="lead">{lead}</div>}
        {actions === undefined ? null : <div class="row">{actions}</div>}
      </div>
      {children}
    </>
  );
}
