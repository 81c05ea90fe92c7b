import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { Person } from '../person.ts';
import { soon } from '../soon.ts';
import { isMathematics, password, pictures, places, type Stage, speaks, type Walk } from './stage.ts';

/** What families answer, who enrols, and what becomes of it. */
export function afterTheDecision(stage: Stage, walk: Walk): void {
  walk('families read what came of it; whoever holds mathematics says no, and the list moves up', async () => {
    const outcomes: string[] = [];
    for (const [at, family] of stage.families.entries()) {
      const pupil = await stage.pupilAt(family);
      await places(pupil).locator('p').first().waitFor();
      outcomes.push(await places(pupil).innerText());
      const held = await places(pupil).locator('.offer strong').allInnerTexts();
      if (held.some((title) => isMathematics.test(title))) stage.holder = at;
      await pupil.show(`29-pupil-${at}-outcome`);
      await pupil.close();
    }
    expect(stage.holder).toBeGreaterThanOrEqual(0);
    expect(outcomes[3]).toContain('Семья попросила отложить');
    const declining = stage.families[stage.holder];
    if (declining === undefined) throw new Error('nobody holds mathematics');
    const guardian = await stage.guardianAt(declining);
    await guardian.reads('gr_title');
    await guardian.show('30-guardian-offer');
    await guardian.close();
    const pupil = await stage.pupilAt(declining);
    await pupil.press('pl_do_decline');
    await places(pupil).getByText(pupil.says('pl_st_declined')).waitFor();
    await pupil.show('31-pupil-declined');
    await pupil.close();
    // Somebody else's offer is there without anybody's doing: the next look settles the round.
    const department = await stage.staffAt('department', 'kk', '/staff/referrals');
    await department.page.locator('main tbody tr').first().waitFor();
    await department.show('32-department-referrals');
    const moved = (await stage.service.stores.referrals.ofRound(stage.round)).filter(({ events }) =>
      events.some(({ who }) => who === 'waiting-list'),
    );
    // The seat of whoever the commission left out may have gone on as well; to that one nothing comes back.
    expect(moved.map(({ place }) => place.subject)).toContain('teach-mathematics');
    expect(moved.map(({ pid }) => pid)).not.toContain(stage.families[3]?.pid);
    await department.close();
  });

  walk(
    'families accept; the letter is a sheet in either language, its code tells no more than its standing',
    async () => {
      for (const [at, family] of stage.families.slice(0, 3).entries()) {
        if (at === stage.holder) continue;
        const pupil = await stage.pupilAt(family);
        const sheet = places(pupil);
        await sheet.locator('.offer').first().waitFor();
        // A better place stands beside the one that is held: the mathematics of the two is taken.
        const better = sheet.locator('.offer', { hasText: isMathematics });
        const offer = (await better.count()) > 0 ? better.first() : sheet.locator('.offer').first();
        await offer.getByRole('button', { name: pupil.says('pl_do_accept'), exact: true }).click();
        await sheet.getByText(pupil.says('pl_st_accepted')).first().waitFor();
        await pupil.show(`33-pupil-${at}-accepted`);
        // Who goes to a stage.college after grade 9 has no years at school to look back on.
        const yearly = sheet.locator('details', { hasText: pupil.says('pl_check_title') });
        if ((await yearly.count()) > 0) {
          await yearly.locator('summary').click();
          await pupil.show(`33-pupil-${at}-yearly`);
          await sheet.getByRole('button', { name: pupil.says('pl_check_yes'), exact: true }).click();
          await sheet
            .getByText(pupil.says('pl_check_was', { grade: 10, day: '' }).slice(0, 8))
            .first()
            .waitFor();
        }
        await pupil.close();
      }
      const department = await stage.staffAt('department', 'ru', '/staff/referrals');
      const accepted = (await stage.service.stores.referrals.ofRound(stage.round)).filter(
        ({ events }) => events.at(-1)?.to === 'accepted',
      );
      expect(accepted).toHaveLength(2);
      const row = department.page.locator('main tbody tr', { hasText: accepted[0]?.number ?? '-' });
      await row.getByRole('button').click();
      await department.fill('rf_name_reason', 'Для письма семье');
      await department.press('rf_name_open');
      await department.page.locator('dialog strong').waitFor();
      await department.show('34-department-referral');
      for (const of of ['kk', 'ru'] as const) {
        const [file] = await Promise.all([
          department.page.waitForEvent('download'),
          department.press(`rf_letter_${of}`),
        ]);
        const path = await file.path();
        expect(path).not.toBe('');
        if (pictures !== undefined) await file.saveAs(join(pictures, `35-letter-${of}.pdf`));
      }
      const anyone = await Person.at(stage.browser, { width: 360, language: speaks('kk') });
      await anyone.page.goto(
        `${stage.service.url}/letter/${stage.service.stores.referrals.token(accepted[0]?._id ?? '')}`,
      );
      await anyone.reads('lt_valid');
      await anyone.show('36-letter-valid');
      await anyone.close();
      await department.close();
    },
  );

  walk('the university and the stage.college confirm enrolment, by page and by table', async () => {
    const byPage = await stage.staffAt('university', 'kk', '/staff/referrals');
    const all = await stage.service.stores.referrals.ofRound(stage.round);
    const mathematics = all.find(
      ({ events, organisation }) => events.at(-1)?.to === 'accepted' && organisation === 'u-abai',
    );
    const primary = all.find(
      ({ events, organisation }) => events.at(-1)?.to === 'accepted' && organisation !== 'u-abai',
    );
    await byPage.page
      .locator('main tbody tr', { hasText: mathematics?.number ?? '-' })
      .getByRole('button')
      .click();
    await byPage.show('37-university-referral');
    await byPage.press('rf_do_enrol');
    await soon(async () => (await stage.service.stores.referrals.byId(mathematics?._id ?? ''))?.events.at(-1)?.to).toBe(
      'enrolled',
    );
    await byPage.show('38-university-enrolled');
    await byPage.close();
    const byTable = await stage.atDoor('ru', '/staff/referrals', stage.college.email, password);
    await byTable.press('rf_upload');
    const head = ['rf_col_number', 'rf_col_unt', 'rf_col_enrolled'].map((key) => byTable.says(key)).join(';');
    const buffer = Buffer.from(`\uFEFF${head}\n${primary?.number};;1\n99-0000-0001;;1\n`);
    await byTable.page
      .locator('dialog input[type=file]')
      .setInputFiles({ name: 'enrolled.csv', mimeType: 'text/csv', buffer });
    await byTable.page.locator('dialog .notice').waitFor();
    await byTable.show('39-college-table');
    expect((await stage.service.stores.referrals.byId(primary?._id ?? ''))?.events.at(-1)?.to).toBe('enrolled');
    await byTable.close();
  });

  walk('years later: practice, a school, «teaches at», and the cohort on one page', async () => {
    const all = (await stage.service.stores.referrals.ofRound(stage.round)).filter(
      ({ events }) => events.at(-1)?.to === 'enrolled',
    );
    expect(all).toHaveLength(2);
    const [first] = all;
    const university = await stage.staffAt('university', 'ru', '/staff/referrals');
    const own = all.find(({ organisation }) => organisation === 'u-abai') ?? first;
    const row = (person: Person) =>
      person.page
        .locator('main tbody tr', { hasText: own?.number ?? '-' })
        .getByRole('button')
        .click();
    await row(university);
    await university.press('rf_do_practice');
    await soon(async () => (await stage.service.stores.referrals.byId(own?._id ?? ''))?.events.at(-1)?.to).toBe(
      'in-practice',
    );
    await university.close();
    const department = await stage.staffAt('department', 'kk', '/staff/referrals');
    await row(department);
    await department.press('rf_do_place');
    await soon(async () => (await stage.service.stores.referrals.byId(own?._id ?? ''))?.events.at(-1)?.to).toBe(
      'placed',
    );
    await department.fill('rf_teaches_at', '№ 12 мектеп, Кентау');
    await department.press('al_save');
    await soon(async () => (await stage.service.stores.referrals.byId(own?._id ?? ''))?.teachesAt).toBe(
      '№ 12 мектеп, Кентау',
    );
    await department.show('40-department-teaches');
    await department.page.goto(`${stage.service.url}/staff/alliance`);
    await department.reads('al_out_title');
    await department.page
      .locator('section', { hasText: department.says('al_out_title') })
      .locator('tbody tr')
      .first()
      .waitFor();
    await department.show('41-department-cohort');
    await department.close();
    const family = stage.families.find(({ pid }) => pid === own?.pid);
    if (family === undefined) throw new Error('no family');
    const pupil = await stage.pupilAt(family);
    await places(pupil).getByText(pupil.says('pl_st_placed')).first().waitFor();
    await pupil.show('42-pupil-teaches');
    await pupil.close();
  });

  walk('a consent taken back ends the referral, and the letter says so', async () => {
    const left = (await stage.service.stores.referrals.ofRound('r-demo-1')).find(
      ({ events, demo }) => demo && events.at(-1)?.to === 'accepted',
    );
    const token = stage.service.stores.referrals.token(left?._id ?? '');
    const department = await stage.staffAt('department', 'ru', '/staff/referrals');
    await department.page
      .locator('main tbody tr', { hasText: left?.number ?? '-' })
      .getByRole('button')
      .click();
    await department.press('rf_do_revoke');
    await department.fill('rf_reason', 'Семья переехала в другую область');
    await department.press('rf_do_revoke');
    await soon(async () => (await stage.service.stores.referrals.byId(left?._id ?? ''))?.events.at(-1)?.to).toBe(
      'revoked',
    );
    await department.show('43-department-revoked');
    await department.close();
    const anyone = await Person.at(stage.browser, { width: 360, language: speaks('ru') });
    await anyone.page.goto(`${stage.service.url}/letter/${token}`);
    await anyone.reads('lt_withdrawn');
    await anyone.show('44-letter-withdrawn');
    await anyone.close();
    if (pictures !== undefined) writeFileSync(join(pictures, 'told.txt'), stage.told.join('\n'));
  });
}
