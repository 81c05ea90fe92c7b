import type { PanelDetail, PanelHead, RoundOutcomeWire } from '../../contract/panel.schema.ts';
import { judgePanel, type RoundOutcome } from '../../domain/panel/judge-panel.ts';
import { type Expert, type Panel, type PanelForm, type Ratings, situationsOf } from '../../domain/panel/panel.ts';
import { decisionWire } from '../named-decision.ts';

export const toPanelHead = (panel: Panel): PanelHead => ({
  id: panel._id,
  number: panel.number,
  title: panel.title,
  instrument: panel.instrument,
  instrumentVersion: panel.instrumentVersion,
  demo: panel.demo,
  state: panel.state,
  openedBy: panel.opened.name,
  openedAt: panel.opened.at.toISOString(),
  secondAt: panel.secondAt?.toISOString() ?? null,
  closedAt: panel.closedAt?.toISOString() ?? null,
  published: decisionWire(panel.published),
  withdrawn: decisionWire(panel.withdrawn),
});

export const totalOf = (panel: Panel): number => panel.options.length + situationsOf(panel).length;

export const answeredOf = ({ options, borders }: Pick<Ratings, 'options' | 'borders'>): number =>
  Object.keys(options).length + Object.keys(borders).length;

type Around = {
  experts: readonly Expert[];
  campaigns: PanelDetail['campaigns'];
  effects: PanelDetail['effects'];
} & PanelForm;

export function toPanelDetail(panel: Panel, { experts, campaigns, effects, text, instrument }: Around): PanelDetail {
  const { first, second } = judgePanel(panel, experts);
  const authors = instrument.keys?.[panel.key]?.values ?? {};
  return {
    ...toPanelHead(panel),
    total: totalOf(panel),
    experts: experts.map(expertLine),
    rounds: [first, ...(second === null ? [] : [second])].map((one) => outcomeWire(panel, one, authors)),
    campaigns,
    effects,
    situations: situationWords(panel, text),
  };
}

const expertLine = ({ _id, name, background, language, invitedAt, linkUntil, first, second }: Expert) => ({
  id: _id,
  name,
  background,
  language,
  invitedAt: invitedAt.toISOString(),
  linkUntil: linkUntil.toISOString(),
  first: answeredOf(first),
  second: second === null ? null : answeredOf(second),
  firstDone: first.doneAt !== null,
  secondDone: (second?.doneAt ?? null) !== null,
});

function outcomeWire(
  panel: Panel,
  { round, key, cut }: RoundOutcome,
  authors: Record<string, number>,
): RoundOutcomeWire {
  const situations = situationsOf(panel).length;
  const { experts, icc, iccOfAll, mayPublish, reasons, sensitivity, options } = key;
  return {
    round,
    experts,
    icc,
    iccOfAll,
    mayPublish,
    reasons: [...reasons],
    sensitivity,
    cut:
      cut === null
        ? null
        : {
            judges: cut.judges,
            share: cut.cut / situations,
            low: cut.low / situations,
            high: cut.high / situations,
            sd: cut.sd / situations,
          },
    options: options.map((one) => ({ ...one, authors: authors[one.option] ?? null })),
  };
}

const situationWords = (panel: Panel, text: PanelForm['text']): PanelDetail['situations'] =>
  situationsOf(panel).map((id) => ({
    id,
    text: text.situations?.[id] ?? id,
    options: panel.options
      .filter(({ situation }) => situation === id)
      .map(({ item }) => ({ id: item, text: itemWords(text, item) })),
  }));

export function itemWords(text: PanelForm['text'], item: string): string {
  const words = text.items[item];
  return typeof words === 'string' ? words : item;
}
