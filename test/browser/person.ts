import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright';
import { expect } from 'vitest';
import type { Language } from '../../server/domain/language.ts';
import { type Device, expectAccessible, openDevice, watchFaults } from './chromium.ts';

const folder = 'web/i18n/messages';
const messages = new Map<Language, Record<string, string>>();

function messagesIn(language: Language): Record<string, string> {
  const known = messages.get(language);
  if (known !== undefined) return known;
  const files = readdirSync(folder).filter((name) => name.endsWith(`.${language}.json`));
  const all = Object.assign({}, ...files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8'))));
  messages.set(language, all);
  return all;
}

/** What a page says in a language under the name of a message. */
export function wordsIn(language: Language, key: string, values: Record<string, string | number> = {}): string {
  const text = messagesIn(language)[key];
  if (text === undefined) throw new RangeError(`no message ${key} in ${language}`);
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** Where pictures of a walk go, step by step; none are taken without it. */
const pictures = process.env.WALK_PICTURES;

/** Someone at a screen of their own, who reads what stands on buttons and fields. */
export class Person {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly faults: readonly string[];
  private readonly language: Language;

  private constructor(context: BrowserContext, page: Page, language: Language) {
    this.context = context;
    this.page = page;
    this.faults = watchFaults(page);
    this.language = language;
  }

  static async at(browser: Browser, device: Device): Promise<Person> {
    const context = await openDevice(browser, device);
    return new Person(context, await context.newPage(), device.language);
  }

  says(key: string, values: Record<string, string | number> = {}): string {
    return wordsIn(this.language, key, values);
  }

  /** The part of the screen that counts: the open dialog, or the page. */
  private get here(): Locator {
    return this.page.locator('dialog[open], body:not(:has(dialog[open]))').first();
  }

  button(key: string, values: Record<string, string | number> = {}): Locator {
    return this.here.getByRole('button', { name: this.says(key, values), exact: true });
  }

  async press(key: string, values: Record<string, string | number> = {}): Promise<void> {
    await this.button(key, values).first().click();
  }

  async fill(key: string, value: string): Promise<void> {
    await this.here.getByLabel(this.says(key), { exact: true }).first().fill(value);
  }

  async choose(key: string, value: string): Promise<void> {
    await this.here.getByLabel(this.says(key), { exact: true }).first().selectOption(value);
  }

  async reads(key: string, values: Record<string, string | number> = {}): Promise<void> {
    await this.here.getByText(this.says(key, values)).first().waitFor();
  }

  /** Nothing is wider than the screen. With pictures: one of the whole page, and a look by axe, which takes a while. */
  async show(name: string): Promise<void> {
    const tooWide = await this.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(tooWide, `px wider than the screen: ${name}`).toBeLessThanOrEqual(0);
    if (pictures === undefined) return;
    await expectAccessible(this.page);
    const isDialog = (await this.page.locator('dialog[open]').count()) > 0;
    await this.page.screenshot({ path: join(pictures, `${name}-${this.language}.png`), fullPage: !isDialog });
  }

  async close(): Promise<void> {
    expect(this.faults).toEqual([]);
    await this.context.close();
  }
}
