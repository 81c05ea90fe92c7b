import type { Container } from '../../container.ts';
import {
  type ExpertPage,
  type ExpertProgress,
  type ExpertRatings,
  type ExpertSecret,
  type ExpertSession,
  expertPage,
  expertProgress,
  expertRatings,
  expertSecret,
  expertSession,
} from '../../contract/expert.schema.ts';
import { empty } from '../../contract/primitives.schema.ts';
import { shape } from '../../contract/shape.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Language } from '../../domain/language.ts';
import { expertFeedback } from '../../domain/panel/expert-feedback.ts';
import {
  demandKnown,
  type Expert,
  isComplete,
  ownRatings,
  type Panel,
  type Round,
  roundOf,
  situationsOf,
} from '../../domain/panel/panel.ts';
import { Problem } from '../../domain/problem.ts';
import { endpoint, Reply } from '../../http/endpoint.ts';
import { asExpert } from '../actors.ts';
import { linkHash } from './experts.ts';
import { answeredOf, itemWords, totalOf } from './panel-wire.ts';

const sessionMs = 12 * 3_600_000;

export const enterAsExpert = endpoint({
  method: 'post',
  path: '/api/expert-sessions',
  summary: 'An expert comes by the link they were given',
  permission: 'anyone',
  scope: 'none',
  body: shape<ExpertSecret>(expertSecret),
  bodyLimit: 1024,
  reply: shape<ExpertSession>(expertSession),
  audit: { action: 'expert.enter', target: 'self' },
  async handle(stores, { body, now }) {
    const expert = await stores.panels.byLink(linkHash(body.secret), now);
    if (expert === null) throw new Problem('panel-link-over');
    const expiresAt = new Date(now.getTime() + sessionMs);
    const token = stores.tokens.forExpert(
      { kind: 'expert', expert: expert._id, panel: expert.panel, link: expert.link },
      expiresAt,
    );
    const value = { token, expiresAt: expiresAt.toISOString(), name: expert.name, language: expert.language };
    return new Reply(value, { auditTarget: expert.panel, auditActor: { actor: expert._id, role: 'expert' } });
  },
});

export const readExpertPage = endpoint({
  method: 'get',
  path: '/api/expert/panel',
  summary:
    'The expert’s own page: situations and options, their ratings so far, in the second round the group’s beside them',
  permission: 'panel.rate',
  scope: 'none',
  reply: shape<ExpertPage>(expertPage),
  audit: null,
  async handle(stores, { actor, language }) {
    const { expert, panel } = await ownPanel(stores, actor);
    const others = roundOf(panel) === 'second' ? await stores.panels.expertsOf(panel._id) : [];
    return toExpertPage(stores, { expert, panel, others, language });
  },
});

export const putRatings = endpoint({
  method: 'put',
  path: '/api/expert/ratings',
  summary: 'Save some ratings of the round that is open; a finished round opens again until it is finished anew',
  permission: 'panel.rate',
  scope: 'none',
  body: shape<ExpertRatings>(expertRatings),
  reply: shape<ExpertProgress>(expertProgress),
  audit: null,
  async handle(stores, { actor, body }) {
    const { expert, panel, round } = await ownRound(stores, actor);
    const ratings = {
      options: Object.fromEntries(body.options.map(({ option, rating }) => [option, rating])),
      borders: Object.fromEntries(body.borders.map(({ situation, share }) => [situation, share])),
    };
    demandKnown(panel, ratings);
    const after = await stores.panels.rate(expert._id, round, ratings);
    return progressOf(panel, after?.[round] ?? null);
  },
});

export const finishRound = endpoint({
  method: 'put',
  path: '/api/expert/completion',
  summary: 'Say that one is done with the round: only then do the ratings count',
  permission: 'panel.rate',
  scope: 'none',
  body: shape<Record<never, never>>(empty),
  reply: shape<ExpertProgress>(expertProgress),
  audit: { action: 'expert.finish', target: 'self' },
  async handle(stores, { actor, now }) {
    const { expert, panel, round, ratings } = await ownRound(stores, actor);
    if (!isComplete(panel, ratings)) throw new Problem('panel-incomplete');
    const after = await stores.panels.finish(expert._id, round, now);
    return new Reply(progressOf(panel, after?.[round] ?? null), { auditTarget: panel._id });
  },
});

async function ownPanel(stores: Container, actor: Actor): Promise<{ expert: Expert; panel: Panel }> {
  const own = asExpert(actor);
  const [expert, panel] = await Promise.all([stores.panels.expert(own.expert), stores.panels.byId(own.panel)]);
  if (expert === null || panel === null) throw new Problem('not-found');
  return { expert, panel };
}

/** The round in which this expert may still say something. */
async function ownRound(stores: Container, actor: Actor) {
  const { expert, panel } = await ownPanel(stores, actor);
  const round = roundOf(panel);
  const ratings = ownRatings(expert, round);
  if (round === null || ratings === null) throw new Problem('panel-round-over');
  if (round === 'second') await stores.panels.beginSecond(expert._id);
  return { expert, panel, round, ratings };
}

const progressOf = (panel: Panel, ratings: Expert[Round]): ExpertProgress => ({
  answered: ratings === null ? 0 : answeredOf(ratings),
  total: totalOf(panel),
  done: (ratings?.doneAt ?? null) !== null,
});

type Shown = { expert: Expert; panel: Panel; others: readonly Expert[]; language: Language };

function toExpertPage(stores: Container, { expert, panel, others, language }: Shown): ExpertPage {
  const { instrument, text } = stores.instruments.version(panel.instrument, panel.instrumentVersion);
  const words = text(language);
  const round = roundOf(panel);
  const own = ownRatings(expert, round);
  const format = instrument.items.find(({ id }) => id === panel.options[0]?.item)?.format ?? '';
  const told = (of: 'options' | 'borders', name: string) => expertFeedback(others, expert, of, name);
  return {
    title: words.title,
    name: expert.name,
    round,
    missedFirst: round === 'second' && own === null,
    ...progressOf(panel, own),
    points: panel.points.map((value, at) => ({ value, label: words.formats[format]?.labels[at] ?? String(value) })),
    situations: situationsOf(panel).map((id) => ({
      id,
      text: words.situations?.[id] ?? id,
      border: own?.borders[id] ?? null,
      borderFeedback: told('borders', id),
      options: panel.options
        .filter(({ situation }) => situation === id)
        .map(({ item }) => ({
          id: item,
          text: itemWords(words, item),
          rating: own?.options[item] ?? null,
          feedback: told('options', item),
        })),
    })),
  };
}
