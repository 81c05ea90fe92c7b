import { describe, expect, it } from 'vitest';
import { listForms, loadFormNorms } from '../../../instruments/forms.ts';
import { loadInstrument } from '../../../instruments/load.ts';
import { demoNorm } from '../../../scoring/index.ts';
import { languages } from '../../../server/domain/language.ts';
import { campaignPopulation, populationWords } from '../../../server/domain/norm/population-words.ts';

const title = { kk: 'Күз', ru: 'Осень', en: 'Autumn' };

describe('whom a norm stands for', () => {
  it('is told in each language for every norm that ships, and for those simulated', () => {
    const shipped = listForms().flatMap((id) => loadFormNorms(id));
    expect(shipped.length).toBeGreaterThan(0);
    const simulated = languages.map((language) => demoNorm(loadInstrument('candour'), language));
    for (const { population } of [...shipped, ...simulated]) {
      const words = populationWords(population);
      expect(new Set(Object.values(words)).size).toBe(3);
      expect(words.ru + words.kk).not.toMatch(/[A-Za-z]/);
    }
  });

  it('names a campaign in the reader’s words, and says where its pupils are simulated', () => {
    const words = campaignPopulation({ title, year: 2026, demo: false }, 'ru');
    expect(words).toEqual({
      kk: '«Күз» (2026 ж.) науқанының 9-сынып оқушылары, жауаптары орыс тілінде',
      ru: '9-е классы кампании «Осень» 2026 года, ответы на русском языке',
      en: 'ninth-graders of «Autumn» 2026 who answered in Russian',
    });
    const demo = campaignPopulation({ title, year: 2026, demo: true }, 'kk');
    expect([demo.kk, demo.ru, demo.en]).toEqual([
      expect.stringContaining('модельденген'),
      expect.stringContaining('смоделированные'),
      expect.stringContaining('simulated'),
    ]);
  });

  it('leaves the words of a norm alone that nobody knows more of', () => {
    const { population } = demoNorm(loadInstrument('candour'), 'kk');
    const words = populationWords({ ...population, id: 'elsewhere', description: 'Pupils of one school' });
    expect(words).toEqual({ kk: 'Pupils of one school', ru: 'Pupils of one school', en: 'Pupils of one school' });
  });
});
