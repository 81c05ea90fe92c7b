import type { Locator } from 'playwright';
import { expect } from 'vitest';
import { soon } from '../soon.ts';
import type { Stage, Walk } from './stage.ts';

/** The department: candidates, the frozen pool, the proposal, the decision. */
export function commission(stage: Stage, walk: Walk): void {
  walk('department meets candidates by code, opens a name for a reason', async () => {
    const department = await stage.staffAt('department', 'kk', '/staff/candidates');
    /** The list is in the order of codes, thirty on a page. */
    const turnTo = async (one: Locator): Promise<void> => {
      await department.page.goto(`${stage.service.url}/staff/candidates`);
      await department.page.locator('main tbody tr').first().waitFor();
      if ((await one.count()) === 0) await department.press('pool_next');
      await one.waitFor();
    };
    await department.page.locator('main tbody tr').first().waitFor();
    await department.show('22-department-candidates');
    const code = stage.families[0]?.pid.slice(0, 8) ?? '';
    await turnTo(department.page.locator('main tbody').getByRole('button', { name: code }).first());
    await department.page.locator('main tbody').getByRole('button', { name: code }).first().click();
    await department.page.locator('dialog textarea').fill('Комиссия отырысына шақыру үшін');
    await department.show('23-department-open-name');
    await department.press('pool_open');
    await department.page.locator('dialog').waitFor({ state: 'detached' });
    await soon(() => department.page.locator('main tbody').getByRole('button', { name: code }).count()).toBe(0);
    const other = stage.families[1]?.pid ?? '';
    const mark = department.page.getByRole('button', {
      name: new RegExp(`${department.says('rs_mark')}.*${other.slice(0, 8)}`),
    });
    await turnTo(mark);
    await mark.click();
    await department.choose('rd_round', stage.round);
    await department.choose('rs_kind', 'large-family');
    await department.fill('rs_basis', 'Көпбалалы отбасы туралы анықтама');
    await department.show('23a-department-quota');
    await department.press('rs_keep');
    await department.page.locator('dialog .notice.good').waitFor();
    expect((await stage.service.stores.rounds.choice(stage.round, other))?.reserves).toMatchObject([
      { kind: 'large-family' },
    ]);
    await department.press('staff_close');
    await department.close();
  });

  walk('the pool is frozen, the rules propose, what-if changes nothing, the commission departs once', async () => {
    const department = await stage.staffAt('department', 'ru', `/staff/rounds/${stage.round}`);
    // Before the announced day: asked once more, with a reason that the candidates read.
    await department.press('rd_freeze');
    await department.fill('rd_early_reason', 'Все кандидаты назвали пожелания');
    await department.show('24a-round-early');
    await department.page
      .locator('dialog')
      .getByRole('button', { name: department.says('rd_freeze') })
      .click();
    await department.button('rd_propose').waitFor();
    await department.show('24-round-frozen');
    await department.press('rd_propose');
    await department.button('rd_decide').waitFor();
    await department.page.locator('tbody .code-like').first().waitFor();
    for (const summary of await department.page.locator('main td summary').all()) await summary.click();
    await department.show('25-round-proposed');
    await department.page.getByLabel(department.says('rd_try'), { exact: true }).first().fill('2');
    await department.press('rd_try_go');
    await department.button('rd_try_back').waitFor();
    await department.show('26-round-what-if');
    await department.press('rd_try_back');
    await department.fill('rd_order', '№ 21-ө');
    await department.fill('rd_members', 'Гүлмира Тоқтарова\nБолат Қалиев\nМәдина Ержанова');
    await department.fill('rd_minutes', 'Рассмотрели предложение; утвердили с одним отступлением.');
    await department.press('rd_departure_add');
    const last = stage.families[3];
    const choice = await stage.service.stores.rounds.choice(stage.round, last?.pid ?? '');
    await department.choose('rd_code', choice?.frozen?.code ?? '');
    await department.fill('rd_departure_reason', 'Семья попросила отложить до следующего года.');
    await department.show('27-round-decision');
    await department.press('rd_decide');
    await department.page.getByText('№ 21-ө').first().waitFor();
    await department.show('28-round-final');
    await department.close();
  });
}
