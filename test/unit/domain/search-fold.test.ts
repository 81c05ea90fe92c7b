import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsSearch, foldForSearch } from '../../../server/domain/search-fold.ts';
import * as web from '../../../web/ui/search-fold.ts';

const names = fc.stringMatching(/^[ A-Za-zА-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі0-9«»'-]{0,40}$/);

describe('search', () => {
  it.each([
    ['Қыдырбекова Әсел', 'кыдырбекова асель'],
    ['Қыдырбекова Әсел', 'kydyrbekova asel'],
    ['Тілеубек Ұлпан', 'тилеубек улпан'],
    ['Фёдоров Семён', 'федоров семен'],
    ['Жанибекова Юлия', 'Zhanibekova Yuliya'],
    ['Жәнібек', 'janibek'],
    ['Теңізбай', 'tengizbay'],
    ['Хасенова Мария', 'khasenova maria'],
    ['Алексей', 'Alexey'],
    ['Аубакирова-Сейт Айгүл', 'сейт айг'],
    ['Ахметов Ерлан', 'ерл ахм'],
    ['Ахметов Ерлан', ''],
  ])('finds %s by «%s»', (name, typed) => expect(fitsSearch(name, typed)).toBe(true));

  it.each([
    ['Ахметов Ерлан', 'метов'],
    ['Ахметов Ерлан', 'ахметов нурлан'],
    ['Серік', 'берик'],
  ])('does not take %s for «%s»', (name, typed) => expect(fitsSearch(name, typed)).toBe(false));

  it('folds once and for all', () => {
    fc.assert(fc.property(fc.string(), (text) => foldForSearch(foldForSearch(text)) === foldForSearch(text)));
    fc.assert(fc.property(names, (text) => foldForSearch(foldForSearch(text)) === foldForSearch(text)));
    expect(foldForSearch('Ккх')).toBe(foldForSearch('х'));
  });

  it('does not care for case or the order of words', () => {
    fc.assert(fc.property(names, (text) => foldForSearch(text.toUpperCase()) === foldForSearch(text)));
    fc.assert(fc.property(names, (text) => fitsSearch(text, text.split(' ').reverse().join(' '))));
  });

  it('is the same on the page and on the server', () => {
    const both = (text: string) => web.foldForSearch(text) === foldForSearch(text);
    fc.assert(fc.property(fc.oneof(names, fc.string({ unit: 'grapheme' })), both), { numRuns: 500 });
    fc.assert(fc.property(names, names, (text, query) => web.fitsSearch(text, query) === fitsSearch(text, query)));
  });
});
