import { useEffect, useReducer } from 'preact/hooks';
import type { Language } from '../i18n/language.ts';
import { currentLanguage, onLanguage } from '../i18n/locale.ts';

/** The chosen language; the component that asks is drawn again when it changes, and everything under it. */
export function useLanguage(): Language {
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  useEffect(() => onLanguage(() => redraw(undefined)), []);
  return currentLanguage();
}
