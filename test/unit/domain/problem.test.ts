import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '../../../server/domain/language.ts';
import { describeProblem, problemSlugs } from '../../../server/domain/problem.ts';
import { sourceFiles } from '../../architecture/read-imports.ts';

const root = join(import.meta.dirname, '../../..');
const statuses = [400, 401, 403, 404, 409, 410, 413, 415, 422, 429, 500, 503];

describe('the catalogue of problems', () => {
  it.each(problemSlugs())('%s can be read by people and programs', (slug) => {
    expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(statuses).toContain(describeProblem(slug, 'en').status);
    for (const language of languages) {
      const { title, status } = describeProblem(slug, language);
      expect(status).toBe(describeProblem(slug, 'en').status);
      expect(title.length).toBeGreaterThan(5);
      expect(title.length).toBeLessThanOrEqual(200);
      expect(title).toMatch(/\.$/);
      expect(title).toMatch(language === 'en' ? /^[A-Z][^а-яё]+$/ : /^[^\n]*[а-яёәғқңөұүһі]/i);
    }
  });

  it.each(languages)('says each thing in its own words (%s)', (language) => {
    const titles = problemSlugs().map((slug) => describeProblem(slug, language).title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('says Kazakh in Kazakh, not in Russian', () => {
    for (const slug of problemSlugs())
      expect(describeProblem(slug, 'kk').title).not.toBe(describeProblem(slug, 'ru').title);
  });

  it('has no entry nobody throws', () => {
    const server = sourceFiles(root, 'server').filter((file) => !file.endsWith('domain/problem.ts'));
    const code = server.map((file) => readFileSync(join(root, file), 'utf8')).join('\n');
    expect(problemSlugs().filter((slug) => !code.includes(`'${slug}'`))).toEqual([]);
  });
});
