import type { Container } from './container.ts';

/**
 * Keeps today's forms for results of the future, and puts earlier ones, and the keys of panels, on the shelf for results of
 * the past.
 * @returns the versions whose content changed under the same number
 */
export async function keepForms({ forms, instruments, publishedKeys, now }: Container): Promise<readonly string[]> {
  const { earlier, changed } = await forms.keep(instruments.formsOfToday(), now());
  instruments.admit(earlier);
  await publishedKeys.all();
  return changed;
}
