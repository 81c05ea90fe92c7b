import { randomUUID } from 'node:crypto';
import type { Container } from './container.ts';
import type { Study } from './domain/study.ts';
import { studyRows } from './study-rows.ts';
import { StudyFailure, startStudyThread } from './study-thread.ts';
import { instrumentScales } from './task/bench/keyed-scales.ts';
import { CommandProblem } from './task/command-problem.ts';
import type { StudyInput } from './task/study/run-study.ts';

type Stores = Pick<Container, 'studies' | 'results' | 'sittings' | 'instruments' | 'now'>;

export type StudyRunner = {
  /** Looks for waiting studies; returns at once. */
  wake(): void;
  /** Ends what runs here; it is marked interrupted. */
  stop(): Promise<void>;
};

const beatMs = 2000;
const lookMs = 10_000;

/** Runs studies one after the other in a thread beside the service. What another process left half done is marked so. */
export function studyRunner(stores: Stores): StudyRunner {
  const node = randomUUID();
  let running: Promise<void> | null = null;
  let stopCurrent: (() => void) | null = null;
  let isOver = false;
  // Only a process that was woken once looks again by itself: the command line computes nothing.
  let timer: ReturnType<typeof setInterval> | null = null;
  const work = async (): Promise<void> => {
    await stores.studies.interruptSilent(stores.now());
    for (let study = await claim(); study !== null; study = await claim()) {
      await compute(stores, study, node, (stop) => {
        stopCurrent = stop;
      });
      stopCurrent = null;
    }
  };
  const claim = async (): Promise<Study | null> => (isOver ? null : stores.studies.claim(node, stores.now()));
  const wake = (): void => {
    if (running !== null || isOver) return;
    timer ??= setInterval(wake, lookMs).unref();
    // A database that is away is asked again at the next look.
    running = work()
      .catch(() => undefined)
      .finally(() => {
        running = null;
      });
  };
  return {
    wake,
    async stop() {
      isOver = true;
      if (timer !== null) clearInterval(timer);
      stopCurrent?.();
      await running;
    },
  };
}

async function compute(
  stores: Stores,
  study: Study,
  node: string,
  onThread: (stop: () => void) => void,
): Promise<void> {
  const { studies, now } = stores;
  let stopped = false;
  try {
    const input = await inputOf(stores, study);
    const total = Math.max(1, input.kind === 'adaptive' ? input.banks.length : input.scales.length);
    let progress = { done: 0, total };
    await studies.beat(study._id, node, { n: input.kind === 'adaptive' ? null : input.n, progress }, now());
    const thread = startStudyThread(input, (done, of) => {
      progress = { done, total: of };
    });
    onThread(() => {
      stopped = true;
      thread.stop();
    });
    const beat = setInterval(() => {
      studies.beat(study._id, node, { progress }, now()).then(
        (isOurs) => (isOurs ? undefined : thread.stop()),
        () => undefined,
      );
    }, beatMs);
    const report = await thread.result.finally(() => clearInterval(beat));
    await studies.end(study._id, node, { state: 'done', report, endedAt: now(), progress: { done: total, total } });
  } catch (cause) {
    const state = stopped ? 'interrupted' : 'failed';
    await studies.end(study._id, node, { state, endedAt: now(), failure: stopped ? null : reasonOf(cause) });
  }
}

/** What a person may read of a failure; nothing of the machine's insides. */
function reasonOf(cause: unknown): string {
  return cause instanceof CommandProblem || cause instanceof StudyFailure
    ? cause.message.slice(0, 1000)
    : 'it could not be computed';
}

async function inputOf(stores: Stores, study: Study): Promise<StudyInput> {
  const { instrument, answerDomain } = stores.instruments.version(study.instrument, study.instrumentVersion);
  const { scale, dropped = [] } = study.settings;
  const scales = instrumentScales(instrument, (item) => [...(answerDomain.get(item) ?? [])])
    .filter(({ scale: id }) => scale === undefined || id === scale)
    .map((one) => ({ ...one, items: one.items.filter(({ item }) => !dropped.includes(item)) }))
    .filter(({ items }) => items.length > 1);
  if (study.kind === 'adaptive')
    return { ...nobody, kind: 'adaptive', scales: [], settings: study.settings, banks: await banksOf(stores, study) };
  const rows = await studyRows(stores, study, instrument);
  if (rows.n === 0) throw new CommandProblem('nobody has answered yet');
  return { ...rows, kind: study.kind, scales, settings: study.settings, banks: [] };
}

const nobody = { items: [], n: 0, values: new Float64Array(0), times: null, groups: {} };

async function banksOf({ studies }: Stores, { settings }: Study): Promise<StudyInput['banks']> {
  const calibration = settings.calibration === undefined ? null : await studies.byId(settings.calibration);
  if (calibration?.report?.kind !== 'calibration')
    throw new CommandProblem('there is no finished calibration to take items from');
  return calibration.report.scales.filter(({ scale }) => settings.scale === undefined || scale === settings.scale);
}
