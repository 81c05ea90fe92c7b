import { describe, expect, it } from 'vitest';
import { checkMessages, missingPluralForms, parametersOf } from '../../../web/i18n/check-messages.mjs';

const file = (name: string, locale: string, messages: unknown) => ({ name, locale, text: JSON.stringify(messages) });
const inThree = (messages: unknown) => ['kk', 'ru', 'en'].map((locale) => file('shared', locale, messages));
const counted = (forms: readonly string[]) => [
  {
    declarations: ['input count', 'local plural = count: plural'],
    selectors: ['plural'],
    match: Object.fromEntries(forms.map((form) => [`plural=${form}`, '{count}'])),
  },
];

describe('checkMessages', () => {
  it('finds nothing in complete messages', () => {
    expect(checkMessages(inThree({ app_name: 'Ustaz', greeting: 'Hello {name}' }))).toEqual([]);
  });

  it('names file and key of a message that one language lacks', () => {
    const files = [
      file('staff', 'kk', {}),
      file('staff', 'ru', { open: 'Открыть' }),
      file('staff', 'en', { open: 'Open' }),
    ];
    expect(checkMessages(files)).toEqual(['staff.kk.json: «open» is missing (it stands in staff.en.json)']);
  });

  it('does not take a message in another file of the language for a translation', () => {
    const files = [
      file('staff', 'en', { open: 'Open' }),
      file('staff', 'kk', {}),
      file('shared', 'kk', { open: 'Ашу' }),
    ];
    expect(checkMessages(files)).toContain('staff.kk.json: «open» is missing (it stands in staff.en.json)');
  });

  it('names a parameter that differs between languages', () => {
    const files = [file('shared', 'kk', { hi: 'Сәлем {name}' }), file('shared', 'en', { hi: 'Hello {nam}' })];
    expect(checkMessages(files)[0]).toContain('shared.kk.json: «hi» takes {name}, but {nam} in shared.en.json');
  });

  it('refuses a key that stands in two files, or twice in one', () => {
    const two = [file('shared', 'en', { open: 'Open' }), file('staff', 'en', { open: 'Open up' })];
    expect(checkMessages(two)).toEqual(['staff.en.json: «open» stands in shared.en.json too']);
    const twice = {
      name: 'shared',
      locale: 'en',
      text: '{ "open": "Open", "close": "«open\\": {", "open": "Open up" }',
    };
    expect(checkMessages([twice])).toEqual(['shared.en.json: «open» stands twice in the file']);
  });

  it('refuses what is empty, nested or not JSON', () => {
    expect(checkMessages([file('shared', 'en', { open: ' ' })])[0]).toContain('«open» is empty');
    expect(checkMessages([file('shared', 'en', { menu: { open: 'Open' } })])[0]).toContain('«menu» is empty or not');
    expect(checkMessages([file('shared', 'en', { 'menu.open': 'Open' })])[0]).toContain('is not a key');
    expect(checkMessages([{ name: 'shared', locale: 'en', text: '{' }])[0]).toContain('shared.en.json: is not JSON');
  });

  it('demands every plural form of the language', () => {
    expect(missingPluralForms(counted(['one', 'other']), 'en')).toEqual([]);
    expect(missingPluralForms(counted(['one', 'other']), 'ru')).toEqual(['few', 'many']);
    expect(missingPluralForms(counted(['*']), 'ru')).toEqual([]);
    expect(checkMessages([file('shared', 'ru', { left: counted(['one', 'few', 'other']) })])).toEqual([
      'shared.ru.json: «left» has no plural form «many»',
    ]);
  });
});

describe('parametersOf', () => {
  it('counts inputs and placeholders, not locals, escapes or markup', () => {
    expect(parametersOf('{b} {a} {b} \\{c\\} {#strong}x{/strong}')).toEqual(['a', 'b']);
    expect(parametersOf(counted(['one', 'other']))).toEqual(['count']);
  });
});
