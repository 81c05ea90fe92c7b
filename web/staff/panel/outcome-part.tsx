import type { PanelDetail, RoundOutcomeWire } from '../../../server/contract/panel.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Notice } from '../../ui/notice.tsx';
import { shown } from '../bench/figures.ts';
import { Details } from '../ui/details.tsx';
import { DownloadCsv } from '../ui/download-csv.tsx';
import { reasonWords, roundWords } from './panel-words.ts';

/** What came of a round: agreement, what one expert can move, the border, and the key option by option. */
export function OutcomePart({
  panel,
  outcome,
  isLast,
}: {
  panel: PanelDetail;
  outcome: RoundOutcomeWire;
  isLast: boolean;
}) {
  const { round, experts, icc, iccOfAll, sensitivity, cut, mayPublish, reasons } = outcome;
  if (experts === 0) return null;
  return (
    <section class="sheet stack">
      <h2>{m.panel_agree_title({ round: roundWords[round](), n: formatNumber(experts) })}</h2>
      <p>{m.panel_icc({ icc: shown(icc), all: shown(iccOfAll) })}</p>
      {sensitivity === null ? null : (
        <p>
          {m.panel_sensitivity({ shift: shown(sensitivity.largestShift), r: shown(sensitivity.leastCorrelation, 3) })}
        </p>
      )}
      {cut === null ? null : (
        <p>
          {m.panel_cut({
            share: formatNumber(Math.round(cut.share)),
            low: formatNumber(Math.round(cut.low)),
            high: formatNumber(Math.round(cut.high)),
            n: formatNumber(cut.judges),
          })}
        </p>
      )}
      {isLast ? (
        <Notice tone={mayPublish ? 'good' : 'warn'}>
          <p>
            {mayPublish
              ? m.panel_may()
              : m.panel_may_not({ why: reasons.map((reason) => reasonWords[reason]()).join(', ') })}
          </p>
        </Notice>
      ) : null}
      <Details summary={m.panel_show_key()}>
        <KeyTable panel={panel} outcome={outcome} />
      </Details>
    </section>
  );
}

function KeyTable({ panel, outcome }: { panel: PanelDetail; outcome: RoundOutcomeWire }) {
  const words = new Map(panel.situations.flatMap(({ options }) => options.map(({ id, text }) => [id, text] as const)));
  return (
    <>
      <table class="cards-when-narrow">
        <thead>
          <tr>
            <th scope="col">{m.panel_option()}</th>
            <th scope="col">{m.panel_key()}</th>
            <th scope="col">SD</th>
            <th scope="col">r_wg</th>
            <th scope="col">{m.panel_authors()}</th>
          </tr>
        </thead>
        <tbody>
          {outcome.options.map(({ option, key, sd, rwg, dropped, authors }) => (
            <tr key={option}>
              <th scope="row">
                <span class="soft">{option}</span> {words.get(option) ?? ''}
              </th>
              <td data-label={m.panel_key()}>{dropped ? m.panel_dropped() : shown(key)}</td>
              <td data-label="SD">{shown(sd)}</td>
              <td data-label="r_wg">{shown(rwg)}</td>
              <td data-label={m.panel_authors()}>{shown(authors, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <DownloadCsv
        name={`ustaz-panel-${panel.number}-${outcome.round}.csv`}
        label={m.panel_key_csv()}
        rows={() => [
          ['option', 'experts', 'key', 'sd', 'rwg', 'dropped', 'authors'],
          ...outcome.options.map((one) => [
            one.option,
            one.experts,
            one.key ?? '',
            one.sd ?? '',
            one.rwg ?? '',
            one.dropped ? 1 : 0,
            one.authors ?? '',
          ]),
        ]}
      />
    </>
  );
}
