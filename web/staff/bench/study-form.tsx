import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import type { BenchInstrument, StudyHead } from '../../../server/contract/bench.schema.ts';
import { formatInstant, formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useStaff } from '../session/staff-context.ts';
import { Empty } from '../ui/empty.tsx';
import { Choice, Field } from '../ui/field.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useSend } from '../ui/use-send.ts';
import { draftFrom, finishedCalibrations, type StudyDraft, toNewStudy } from './study-draft.ts';
import { campaignWords, focalValues, focalWords, groupWords, kindWords, modelWords, studyPath } from './study-words.ts';

const kinds = ['items', 'calibration', 'dif', 'adaptive'] as const;
const models = ['grm', 'gpcm', '2pl', 'rasch'] as const;
const groups = ['language', 'sex', 'locality', 'device'] as const;

/** Asks for a study; the page of the study then follows it. */
export function StudyForm({ instrument, studies }: { instrument: BenchInstrument; studies: readonly StudyHead[] }) {
  const { api } = useStaff();
  const { route, query } = useLocation();
  const [draft, setDraft] = useState<StudyDraft>(() => draftFrom(query));
  const sending = useSend();
  const change = (part: Partial<StudyDraft>) => setDraft({ ...draft, ...part });
  const sources = sourcesOf(instrument);
  const source = draft.source === '' ? (sources[0]?.[0] ?? '') : draft.source;
  const calibrations = finishedCalibrations(studies);
  const calibration = draft.calibration === '' ? (calibrations[0]?.id ?? '') : draft.calibration;
  const submit = (event: Event) => {
    event.preventDefault();
    void sending.run(async () => {
      const body = toNewStudy({ ...draft, source, calibration }, instrument.id);
      const study = await api.send<StudyHead>('POST', '/api/studies', body);
      route(studyPath(study));
    });
  };
  if (sources.length === 0) {
    return (
      <section class="sheet stack">
        <h2>{m.bench_ask_title()}</h2>
        <Empty title={m.bench_no_answers()}>{m.bench_no_answers_next()}</Empty>
      </section>
    );
  }
  return (
    <form class="sheet stack" id="ask" onSubmit={submit}>
      <h2>{m.bench_ask_title()}</h2>
      {sending.failure === null ? null : <Trouble failure={sending.failure} safe={m.staff_form_kept()} />}
      <div class="fields">
        <Choice
          label={m.bench_study()}
          value={draft.kind}
          options={kinds.map((kind) => [kind, kindWords[kind]()] as const)}
          onValue={(kind) => change({ kind })}
        />
        <Choice
          label={m.bench_source()}
          value={source}
          options={sources}
          onValue={(chosen) => change({ source: chosen })}
        />
        <Choice
          label={m.bench_scale()}
          value={draft.scale}
          options={[['', m.bench_every_scale()], ...scalesOf(instrument)]}
          onValue={(scale) => change({ scale })}
        />
        <Own draft={{ ...draft, calibration }} calibrations={calibrations} change={change} />
        <Field
          label={m.bench_dropped()}
          hint={m.bench_dropped_hint()}
          value={draft.dropped}
          onValue={(dropped) => change({ dropped })}
        />
        <Field
          label={m.bench_seed()}
          type="number"
          value={draft.seed}
          onValue={(seed) => change({ seed })}
          input={{ min: 1 }}
        />
      </div>
      <div>
        <Button type="submit" busy={sending.isBusy}>
          {m.bench_ask()}
        </Button>
      </div>
    </form>
  );
}

/** What only some kinds of study ask for. */
function Own({
  draft,
  calibrations,
  change,
}: {
  draft: StudyDraft;
  calibrations: readonly StudyHead[];
  change: (part: Partial<StudyDraft>) => void;
}) {
  if (draft.kind === 'calibration') {
    return (
      <Choice
        label={m.bench_model()}
        value={draft.model}
        options={models.map((model) => [model, modelWords[model]] as const)}
        onValue={(model) => change({ model })}
      />
    );
  }
  if (draft.kind === 'dif') {
    const values = focalValues[draft.group];
    return (
      <>
        <Choice
          label={m.bench_group()}
          value={draft.group}
          options={groups.map((group) => [group, groupWords[group]()] as const)}
          onValue={(group) => change({ group, focal: focalValues[group][0] ?? '' })}
        />
        <Choice
          label={m.bench_focal()}
          value={draft.focal}
          options={values.map((value) => [value, focalWords(value)] as const)}
          onValue={(focal) => change({ focal })}
        />
      </>
    );
  }
  if (draft.kind !== 'adaptive') return null;
  return (
    <>
      <Choice
        label={m.bench_bank()}
        hint={calibrations.length === 0 ? m.bench_no_bank() : undefined}
        value={draft.calibration}
        options={calibrations.map(({ id, askedAt }) => [id, formatInstant(askedAt)] as const)}
        onValue={(calibration) => change({ calibration })}
      />
      <Field
        label={m.bench_length()}
        type="number"
        value={draft.maxItems}
        onValue={(maxItems) => change({ maxItems })}
        input={{ min: 2, max: 100 }}
      />
    </>
  );
}

const sourcesOf = ({ campaigns, pilots }: BenchInstrument): (readonly [string, string])[] => [
  ...pilots.map(
    ({ id, title, rows }) => [`pilot:${id}`, `${m.bench_source_pilot({ title })} (${formatNumber(rows)})`] as const,
  ),
  ...campaigns
    .filter(({ results }) => results > 0)
    .map(
      (campaign) =>
        [`campaign:${campaign.id}`, `${campaignWords(campaign)} (${formatNumber(campaign.results)})`] as const,
    ),
];

const scalesOf = ({ scales }: BenchInstrument): (readonly [string, string])[] =>
  scales.filter(({ analysable, items }) => analysable && items.length > 1).map(({ id, name }) => [id, name] as const);
