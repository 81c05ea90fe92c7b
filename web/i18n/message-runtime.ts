import type { Language } from './language.ts';

/**
 * What compiled messages need of their compiler's runtime, and no more: 1.7 kB that no pupil has to download. The build
 * puts this file in the runtime's place (`web/vite.config.ts`); whatever messages should need beyond it stops the build.
 */
export let getLocale: () => Language = () => 'kk';

export function overwriteGetLocale(give: () => Language): void {
  getLocale = give;
}

/** One language fixed at build time: there is none. */
export const experimentalStaticLocale: Language | undefined = undefined;
