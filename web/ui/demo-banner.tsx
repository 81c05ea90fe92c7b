import { m } from '../i18n/generated/messages.js';

/** Stands on every page whose data are simulated. */
export function DemoBanner({ demo }: { demo: boolean }) {
  return demo ? <p class="demo">{m.demo_banner()}</p> : null;
}
