import { expect } from 'vitest';
import type { ClassCodes } from '../../../server/contract/codes.schema.ts';
import { soon } from '../soon.ts';
import { isMathematics, places, type Stage, type Walk } from './stage.ts';

/** Families: codes, wishes, consents, ranked places. */
export function familiesWish(stage: Stage, walk: Walk): void {
  walk('counsellor makes codes for a class', async () => {
    const counsellor = await stage.staffAt('counsellor', 'kk', '/staff/classes/s-1-9-1');
    const [reply] = await Promise.all([
      counsellor.page.waitForResponse((one) => one.url().endsWith('/codes')),
      counsellor.page.locator('.sheet .row.spread > .button').click(),
    ]);
    const { codes }: ClassCodes = await reply.json();
    const done = new Set((await stage.service.stores.results.ofCampaign('demo-61').toArray()).map(({ pid }) => pid));
    stage.families = codes
      .filter(({ pid }) => done.has(pid))
      .slice(0, 4)
      .map(({ pid, pupilCode, guardianCode }, at) => ({
        ...{ pid, pupil: pupilCode, guardian: guardianCode },
        language: at % 2 === 0 ? 'kk' : 'ru',
      }));
    expect(stage.families).toHaveLength(4);
    counsellor.page.on('dialog', (dialog) => void dialog.accept());
    await counsellor.context.close();
  });

  walk('pupils wish to hear of teaching and to be named; without a guardian’s word there is no list', async () => {
    for (const [at, family] of stage.families.entries()) {
      const pupil = await stage.pupilAt(family, at === 3 ? 1280 : 360);
      if (at < 2) await pupil.show(`16-pupil-${at}-result`);
      await pupil.page.getByLabel(pupil.says('wish_label')).check();
      for (const answer of [0, 0, 1]) {
        const question = pupil.page.locator('.naming .stack').first();
        await question.waitFor();
        const asked = await question.locator('strong').first().textContent();
        await question.locator('.row .button').nth(answer).click();
        await soon(async () => (await pupil.page.locator('.naming .stack strong').allTextContents()).join()).not.toBe(
          asked,
        );
      }
      // Nothing but the guardian's word is missing now, without entering anew.
      await soon(() => places(pupil).locator('.points li').allTextContents()).toEqual([
        pupil.says('pl_missing_guardian'),
      ]);
      if (at < 2) await pupil.show(`17-pupil-${at}-waits-for-guardian`);
      await pupil.close();
    }
  });

  walk('guardians read and agree, each receiver by itself', async () => {
    for (const [at, family] of stage.families.entries()) {
      const guardian = await stage.guardianAt(family);
      for (const receiver of [0, 1]) {
        const item = guardian.page.locator('.naming > li').nth(receiver);
        await item.locator('.button').first().click();
        await item.locator('.choices .button').first().waitFor();
        if (at < 2 && receiver === 0) await guardian.show(`18-guardian-${at}-question`);
        await item.locator('.choices .button').first().click();
        await item.getByText(guardian.says('guardian_state_given')).waitFor();
      }
      if (at < 2) await guardian.show(`19-guardian-${at}-agreed`);
      await guardian.close();
    }
  });

  walk('pupils rank the places they wish', async () => {
    // The first three wish for mathematics most; the last for the stage.college only.
    for (const [at, family] of stage.families.entries()) {
      const pupil = await stage.pupilAt(family);
      const sheet = places(pupil);
      await sheet.locator('.offers li').first().waitFor();
      if (at < 2) await pupil.show(`20-pupil-${at}-places`);
      const add = (of: number) => sheet.locator('.offers li').nth(of).locator('button').click();
      const math = await sheet.locator('.offers li').first().innerText();
      const mathFirst = isMathematics.test(math);
      if (at === 3) await add(mathFirst ? 1 : 0);
      else {
        // Added in the wrong order and put right: the list is ranked by its buttons.
        await add(mathFirst ? 1 : 0);
        await add(0);
        await sheet.locator('.wishes li').nth(1).getByRole('button').first().click();
        expect(await sheet.locator('.wishes li').first().innerText()).toMatch(isMathematics);
      }
      await pupil.press('pl_save');
      await sheet.getByText(pupil.says('pl_saved'), { exact: true }).waitFor();
      if (at < 2) await pupil.show(`21-pupil-${at}-ranked`);
      await pupil.close();
    }
  });
}
