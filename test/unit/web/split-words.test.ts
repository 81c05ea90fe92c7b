import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import * as compiled from '../../../web/i18n/generated/messages.js';
import { type Language, languages } from '../../../web/i18n/language.ts';
import {
  chooseLanguage,
  currentLanguage,
  isLanguageRefused,
  onLanguage,
  prepareLanguages,
} from '../../../web/i18n/locale.ts';
import { messagesFrom, splitWords } from '../../../web/i18n/split-words.mjs';
import type { WordTable } from '../../../web/i18n/word-tables.ts';

const entry = fileURLToPath(new URL('../../../web/student/entry.tsx', import.meta.url));
type Message = (inputs: object, options: { locale: Language }) => string;
const messages: Readonly<Record<string, unknown>> = compiled;
const messageOf = (key: string): Message => {
  const found = messages[key];
  if (typeof found !== 'function') throw new RangeError(`no message «${key}»`);
  return (inputs, options) => found(inputs, options);
};

/** What the build would put into the page for this language. */
async function tableOf(language: Language): Promise<WordTable> {
  const { load } = splitWords(entry);
  if (typeof load !== 'function') throw new RangeError('a plugin that loads nothing');
  const code = String(Reflect.apply(load, undefined, [`\0words-${language}.js`]));
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}

describe('the words of the first pages', () => {
  const keys = messagesFrom(entry);
  const inputs = { count: 3, name: 'Айша', number: 4, of: 50, minutes: 7, done: 2, symbol: 'Ы', time: '10:00' };

  it.each(languages)('stand in the table of %s as they were compiled, each in its place', async (language) => {
    const { words } = await tableOf(language);
    const said = words.map((word) => (typeof word === 'string' ? word : word(inputs)));
    expect(keys.length).toBeGreaterThan(40);
    expect(said).toEqual(keys.map((key) => messageOf(key)(inputs, { locale: language })));
  });

  it('are told apart by place: a message asks for its own', () => {
    const { transform } = splitWords(entry);
    if (typeof transform !== 'function') throw new RangeError('a plugin that changes nothing');
    const at = keys.indexOf('confirm_no');
    const changed = Reflect.apply(transform, undefined, ['', '/x/generated/messages/confirm_no.js']);
    expect(changed.code).toContain(`export const confirm_no = (inputs) => word(${at}, inputs);`);
    expect(Reflect.apply(transform, undefined, ['', '/x/generated/messages/staff_title.js'])).toBeNull();
  });
});

describe('a language whose words have still to come', () => {
  it('is shown when they are here, the last choice alone, and never where they cannot come', async () => {
    vi.stubGlobal('document', { documentElement: {} });
    onTestFinished(() => {
      vi.unstubAllGlobals();
    });
    chooseLanguage('kk');
    const shown: Language[] = [];
    const stop = onLanguage(() => shown.push(currentLanguage()));
    const coming = new Map<Language, { come: () => void; fail: () => void }>();
    const forget = prepareLanguages(
      (language) => new Promise<void>((come, fail) => coming.set(language, { come, fail })),
    );
    const settled = () => new Promise((resolve) => setImmediate(resolve));
    chooseLanguage('ru');
    chooseLanguage('en');
    expect(currentLanguage()).toBe('kk');
    coming.get('en')?.come();
    await Promise.resolve();
    coming.get('ru')?.come();
    await settled();
    expect(shown).toEqual(['en']);
    chooseLanguage('ru');
    coming.get('ru')?.fail();
    await settled();
    expect([currentLanguage(), isLanguageRefused()]).toEqual(['en', true]);
    const more = prepareLanguages((language) => (language === 'ru' ? Promise.resolve() : null));
    chooseLanguage('ru');
    await settled();
    expect([currentLanguage(), isLanguageRefused()]).toEqual(['en', true]);
    coming.get('ru')?.come();
    await settled();
    expect([currentLanguage(), isLanguageRefused()]).toEqual(['ru', false]);
    forget();
    more();
    chooseLanguage('kk');
    expect(currentLanguage()).toBe('kk');
    stop();
  });
});
