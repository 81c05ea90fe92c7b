import type { Browser } from 'playwright';
import type { Language } from '../../../server/domain/language.ts';
import { startService, type TestService } from '../../api/harness.ts';
import { launchChromium } from '../chromium.ts';
import { Person } from '../person.ts';
import { emailOf, signIn } from '../staff-door.ts';

/** Half of the people speak one language, half the other; `WALK_SWAPPED` lets them change, for pictures of both. */
const isSwapped = process.env.WALK_SWAPPED !== undefined;
export const speaks = (language: 'kk' | 'ru'): Language => (isSwapped ? (language === 'kk' ? 'ru' : 'kk') : language);
export const pictures = process.env.WALK_PICTURES;

/** In Kazakh and in Russian. */
export const isMathematics = /атематик/;
export const password = 'ұзақ құпиясөз 4711';
export const year = new Date().getUTCFullYear();
export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** One step of the story, timed. */
export type Walk = (what: string, work: () => Promise<void>) => void;

export type Family = { pid: string; pupil: string; guardian: string; language: 'kk' | 'ru' };

/** The sheet of a pupil's places. */
export const places = (person: Person) => person.page.locator('section', { hasText: person.says('pl_title') }).last();

/** Where the story plays, and what its people hand on to each other. */
export class Stage {
  private held: { service: TestService; browser: Browser } | null = null;
  college = { email: '', name: '' };
  families: Family[] = [];
  round = '';
  /** Which of the families holds mathematics. */
  holder = -1;
  readonly told: string[] = [];

  async begin(): Promise<void> {
    const [service, browser] = await Promise.all([startService(), launchChromium()]);
    // The map of the country reads counters.
    await service.stores.rollups.catchUp();
    this.held = { service, browser };
  }

  async end(): Promise<void> {
    await this.browser.close();
    await this.service.close();
  }

  get service(): TestService {
    return this.begun.service;
  }

  get browser(): Browser {
    return this.begun.browser;
  }

  private get begun() {
    if (this.held === null) throw new RangeError('the story has not begun');
    return this.held;
  }

  async atDoor(language: 'kk' | 'ru', path: string, email: string, word = this.service.password): Promise<Person> {
    const person = await Person.at(this.browser, { width: 1280, language: speaks(language) });
    await person.page.goto(`${this.service.url}${path}`);
    await signIn(person.page, email, word);
    await person.page.locator('main h1').waitFor();
    return person;
  }

  staffAt(persona: string, language: 'kk' | 'ru', path: string): Promise<Person> {
    return this.atDoor(language, path, emailOf(persona));
  }

  async pupilAt({ pupil, language }: Family, width: 360 | 1280 = 360): Promise<Person> {
    const person = await Person.at(this.browser, { width, language: speaks(language) });
    await person.page.goto(this.service.url);
    await person.page.locator('.code').fill(pupil);
    await person.page.locator('form button[type=submit]').click();
    await person.page.locator('.choices').waitFor();
    await person.page.locator('.choices .button:not(.quiet)').first().click();
    await person.page.locator('.result').waitFor();
    return person;
  }

  async guardianAt({ guardian, language }: Family): Promise<Person> {
    const person = await Person.at(this.browser, { width: 360, language: speaks(language) });
    await person.page.goto(`${this.service.url}/guardian`);
    await person.page.locator('.code').fill(guardian);
    await person.page.locator('form button[type=submit]').click();
    await person.page.locator('.naming').waitFor();
    return person;
  }
}
