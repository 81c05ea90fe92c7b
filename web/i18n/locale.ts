import { overwriteGetLocale } from './generated/runtime.js';
import { isLanguage, type Language, preferredLanguage } from './language.ts';

/**
 * The language a person has chosen: theirs, not the school's. Kept on the device, told to the document for screen readers
 * and hyphenation, changed at any moment without losing the place.
 */
const storageKey = 'ustaz.language';
const listeners = new Set<() => void>();
let current: Language = remembered() ?? preferredLanguage(browserLanguages());

export const currentLanguage = (): Language => current;

// Every message asks this at the moment it is drawn.
overwriteGetLocale(currentLanguage);

/** What a language needs before it can be shown: null where nothing, else when it has come. */
type Need = (language: Language) => Promise<unknown> | null;
const needs = new Set<Need>();
let wanted: Language = current;
let isRefused = false;

/** Tells what has to come before a language is shown; the returned function ends that. */
export function prepareLanguages(by: Need): () => void {
  needs.add(by);
  return () => needs.delete(by);
}

/**
 * Makes a language the chosen one, remembers it and tells every listener; a little later where its words have still to come.
 * Where they cannot come, everything stays as it is, and that is told; of two choices the later one counts.
 */
export function chooseLanguage(language: Language): void {
  wanted = language;
  const coming = [...needs].map((by) => by(language)).filter((one) => one !== null);
  if (coming.length === 0) show(language);
  else
    Promise.all(coming)
      .then(() => wanted === language && show(language))
      .catch(() => wanted === language && tell(true));
}

/** Could the words of the language chosen last not come? */
export const isLanguageRefused = (): boolean => isRefused;

function show(language: Language): void {
  current = language;
  remember(language);
  showLanguage();
  tell(false);
}

function tell(refused: boolean): void {
  isRefused = refused;
  for (const listener of listeners) listener();
}

/** True where the person has chosen before, here on this device. */
export const hasChosenLanguage = (): boolean => remembered() !== null;

/** Forgets the choice on this device, without changing what is shown now: somebody else may come next. */
export function forgetLanguage(): void {
  try {
    localStorage.removeItem(storageKey);
  } catch {
    // It was not kept.
  }
}

/** Calls `listener` after each change; the returned function stops it. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Writes the language on the document; each entry calls it once at its start. */
export function showLanguage(): void {
  document.documentElement.lang = current;
}

function browserLanguages(): readonly string[] {
  return typeof navigator === 'undefined' ? [] : (navigator.languages ?? []);
}

// A browser may refuse storage altogether (private mode, policy): the choice then lasts as long as the page.
function remembered(): Language | null {
  try {
    const kept = localStorage.getItem(storageKey);
    return isLanguage(kept) ? kept : null;
  } catch {
    return null;
  }
}

function remember(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Nothing is lost but the memory of the choice.
  }
}
