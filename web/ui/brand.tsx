import { hornPath } from './horn.tsx';

/** The name with one curl before it; a link home unless `href` is left out. */
export function Brand({ href }: { href?: string }) {
  const inside = (
    <>
      <svg viewBox="0 0 30 14" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2">
        <path d={hornPath} />
      </svg>
      <span lang="kk">Ұстаз</span>
    </>
  );
  return href === undefined ? (
    <span class="brand">{inside}</span>
  ) : (
    <a class="brand" href={href}>
      {inside}
    </a>
  );
}
