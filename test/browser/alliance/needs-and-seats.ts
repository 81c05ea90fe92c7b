import { Person } from '../person.ts';
import { inDays, password, type Stage, speaks, type Walk, year } from './stage.ts';

/** Needs, seats, money, and a round made of them. */
export function needsAndSeats(stage: Stage, walk: Walk): void {
  walk('operator adds a stage.college and invites its person, who comes in by the link', async () => {
    const operator = await stage.staffAt('operator', 'kk', '/staff/people');
    await operator.button('org_add').waitFor();
    await operator.press('org_add');
    const names = {
      kk: 'Кентау педагогикалық колледжі',
      ru: 'Кентауский педагогический колледж',
      en: 'Kentau College',
    };
    for (const [at, name] of Object.values(names).entries())
      await operator.page.locator('dialog input').nth(at).fill(name);
    await operator.choose('org_kind', 'college');
    await operator.show('01-operator-adds');
    await operator.press('org_add');
    const name = names[speaks('kk') === 'kk' ? 'kk' : 'ru'];
    await operator.button('org_invite_to', { name }).click();
    stage.college = { email: 'college@demo.ustaz.example', name: 'Жанна Сатыбалды' };
    await operator.fill('staff_name', stage.college.name);
    await operator.fill('staff_email', stage.college.email);
    await operator.show('02-operator-invites');
    await operator.press('org_invite');
    await operator.reads('staff_link_title');
    await operator.show('03-operator-link');
    const link = await operator.page.locator('dialog input').inputValue();
    await operator.press('staff_close');
    await operator.show('04-operator-people');

    const newcomer = await Person.at(stage.browser, { width: 1280, language: speaks('ru') });
    await newcomer.page.goto(link);
    await newcomer.fill('invite_password', password);
    await newcomer.fill('invite_again', password);
    await newcomer.show('05-college-password');
    await newcomer.press('invite_set');
    await newcomer.reads('invite_done');
    await newcomer.close();
    await operator.page.goto(`${stage.service.url}/staff/country`);
    await operator.page.locator('.tile-map').first().waitFor();
    await operator.show('06-operator-country');
    await operator.close();
  });

  walk('department reads its report and asks for teachers', async () => {
    const department = await stage.staffAt('department', 'ru', '/staff/campaigns/demo-61');
    await department.page.locator('main canvas, main svg').first().waitFor();
    await department.show('07-department-report');
    await department.page.goto(`${stage.service.url}/staff/alliance`);
    await department.button('al_need_add').click();
    await department.choose('al_subject', 'teach-mathematics');
    await department.fill('al_count', '2');
    await department.fill('al_reason', 'Екі мұғалім зейнетке шығады');
    await department.show('08-department-need');
    await department.press('al_need_send');
    await department.page.locator('dialog').waitFor({ state: 'detached' });
    await department.page.getByText('Екі мұғалім зейнетке шығады').waitFor();
    await department.show('09-department-table');
    await department.close();
  });

  walk('universities offer seats, a sponsor pays for places', async () => {
    const offer = async (person: Person, seat: Record<string, string>, shot: string) => {
      await person.button('al_seat_add').click();
      for (const [key, value] of Object.entries(seat))
        await (key === 'al_count' ? person.fill(key, value) : person.choose(key, value));
      await person.show(`${shot}-form`);
      await person.press('al_seat_send');
      await person.page.locator('dialog').waitFor({ state: 'detached' });
      await person.page.locator('main table').first().waitFor();
      await person.show(shot);
      await person.close();
    };
    await offer(
      await stage.staffAt('university', 'kk', '/staff/alliance'),
      { al_subject: 'teach-mathematics', al_funding: 'sponsor', al_after: 'grade-11', al_count: '1' },
      '10-university-seats',
    );
    await offer(
      await stage.atDoor('ru', '/staff/alliance', stage.college.email, password),
      { al_subject: 'teach-primary', al_funding: 'grant', al_after: 'grade-9', al_count: '2' },
      '11-college-seats',
    );
    const sponsor = await stage.staffAt('sponsor', 'ru', '/staff/alliance');
    await sponsor.button('al_grant_add').click();
    await sponsor.choose('campaign_region', 'KZ-61');
    await sponsor.fill('al_count', '6');
    await sponsor.show('12-sponsor-form');
    await sponsor.press('al_grant_send');
    await sponsor.page.locator('dialog').waitFor({ state: 'detached' });
    await sponsor.show('13-sponsor-places');
    await sponsor.close();
  });

  walk('department opens a round of the new seats', async () => {
    const department = await stage.staffAt('department', 'ru', '/staff/rounds/new');
    await department.page.locator('.place-choices li').first().waitFor();
    for (const language of ['kk', 'ru', 'en'] as const) {
      const label = department.says('campaign_title_in', { language: department.says(`language_${language}`) });
      await department.page.getByLabel(label, { exact: true }).fill(`Педагог ${year}`);
    }
    await department.fill('rd_wishes_until', inDays(60));
    const seat = (name: string, subject: string) =>
      department.page.locator('.place-choices li', { hasText: name }).filter({ hasText: subject });
    const subjects = (await stage.service.stores.instruments.current('kasip-9')).careers?.fields ?? [];
    const subjectName = (id: string) => subjects.find((one) => one.id === id)?.name[speaks('ru')] ?? '';
    const sponsored = seat(department.says('al_funding_sponsor'), subjectName('teach-mathematics'));
    await sponsored.locator('input[type=number]').first().fill('1');
    await sponsored.getByLabel(department.says('rd_grant')).selectOption({ index: 1 });
    await seat('Кентау', subjectName('teach-primary')).locator('input[type=number]').first().fill('2');
    await department.show('14-department-new-round');
    await department.press('rd_create');
    await department.reads('rd_where');
    stage.round = department.page.url().split('/').at(-1) ?? '';
    await department.show('15-department-round-open');
    await department.close();
  });
}
