import { randomBytes } from 'node:crypto';
import { createRandom, type Random } from '../../../scoring/index.ts';
import type { Container } from '../../container.ts';
import { type Background, type Expert, linkMs, type Ratings, situationsOf } from '../../domain/panel/panel.ts';
import { linkHash } from '../../resources/panel/experts.ts';
import { draftPanel } from '../../resources/panel/panels.ts';

const people: readonly (readonly [name: string, background: Background, language: 'kk' | 'ru'])[] = [
  ['Сәуле Ахметова', 'teacher', 'kk'],
  ['Нұрлан Бекенов', 'teacher', 'kk'],
  ['Ольга Романова', 'teacher', 'ru'],
  ['Виктор Цой', 'teacher', 'ru'],
  ['Жанар Есімова', 'psychologist', 'kk'],
  ['Ирина Белова', 'psychologist', 'ru'],
  ['Асқар Дүйсенов', 'university', 'kk'],
  ['Татьяна Юсупова', 'university', 'ru'],
  ['Гүлнар Оспанова', 'parent', 'kk'],
  ['Андрей Ким', 'parent', 'ru'],
  ['Әлия Нұрпейіс', 'former-pupil', 'kk'],
  ['Даниил Шевченко', 'former-pupil', 'ru'],
];

const dayMs = 86_400_000;

/**
 * A panel of twelve simulated experts that is through both rounds and waits for a decision. They lean on the authors' key with a
 * view of their own, and disagree on two options, as real ones might.
 */
export async function seedPanel(stores: Container, now: Date): Promise<void> {
  const draft = draftPanel(stores, 'situations');
  const opened = { by: 'demo-operator', name: 'Дархан Омаров', at: new Date(now.getTime() - 40 * dayMs) };
  const { keys = {} } = stores.instruments.current('situations').instrument;
  const panel = await stores.panels.open({
    ...draft,
    _id: 'demo-panel',
    title: 'Жағдайлардың кілті (үлгі)',
    opened,
    demo: true,
    state: 'closed',
    secondAt: new Date(now.getTime() - 20 * dayMs),
    closedAt: new Date(now.getTime() - 5 * dayMs),
  });
  const authors = keys[panel.key]?.values ?? {};
  await stores.panels.invite(
    ...people.map(([name, background, language], at): Expert => {
      const random = createRandom(4100 + at);
      const first = opinion(authors, situationsOf(panel), at, random);
      return {
        _id: `demo-expert-${at + 1}`,
        panel: panel._id,
        ...{ name, background, language, demo: true },
        // Nobody holds this link: it is made and forgotten.
        link: linkHash(randomBytes(32).toString('base64url')),
        linkUntil: new Date(opened.at.getTime() + linkMs),
        invitedAt: new Date(opened.at.getTime() + at * 60_000),
        first: { ...first, doneAt: new Date(now.getTime() - 25 * dayMs) },
        second: { ...nearer(first, authors, random), doneAt: new Date(now.getTime() - 10 * dayMs) },
      };
    }),
  );
}

/** Two options on which the simulated experts are of two minds. */
const disputed: readonly string[] = ['S6b', 'S9c'];

const point = (value: number): number => Math.min(5, Math.max(1, Math.round(value)));

function opinion(authors: Record<string, number>, situations: string[], at: number, random: Random): Ratings {
  const options = Object.entries(authors).map(([option, key]) => {
    const own = disputed.includes(option) ? (at % 2 === 0 ? 1.5 : 4.5) : key;
    return [option, point(own + 0.7 * random.normal())] as const;
  });
  const borders = situations.map((id) => [id, 10 * Math.round(6.5 + random.normal())] as const);
  return { options: Object.fromEntries(options), borders: Object.fromEntries(borders), doneAt: null };
}

/** After having seen the group, some move one step towards it. */
function nearer({ options, borders }: Ratings, authors: Record<string, number>, random: Random): Ratings {
  const moved = Object.entries(options).map(([option, value]) => {
    const towards = Math.sign((authors[option] ?? value) - value);
    const isFar = Math.abs((authors[option] ?? value) - value) > 1;
    return [option, !disputed.includes(option) && isFar && random.uniform() < 0.6 ? value + towards : value] as const;
  });
  return { options: Object.fromEntries(moved), borders, doneAt: null };
}
