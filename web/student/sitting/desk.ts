import type { InstrumentText } from '../../../instruments/schema/text.schema.ts';
import type { InstrumentForm } from '../../../server/contract/instrument.schema.ts';
import type { PupilSession } from '../../../server/contract/session.schema.ts';
import type { Answer, Sitting } from '../../../server/contract/sitting.schema.ts';
import type { Language } from '../../i18n/language.ts';
import type { Device } from '../../offline/device.ts';
import type { PupilApi } from '../../offline/pupil-api.ts';
import { serverNow } from '../../offline/server-clock.ts';
import { lastKnown } from '../../offline/shelf.ts';
import { beginHere, keepSession } from '../../offline/sitter.ts';
import { deviceId } from '../../offline/writer.ts';
import { helpTeller } from './help-teller.ts';
import { newestOf } from './newest-answers.ts';
import { type Question, questionsInOrder } from './question-order.ts';
import { startStopwatch } from './stopwatch.ts';

/** One pupil's sitting on this device, open and ready to be answered. */
export type Desk = {
  sitting: Sitting;
  questions: readonly Question[];
  /** Where a scale is asked adaptively: the questions of these answers, and how many there are at most. */
  adaptive: { follow(answers: ReadonlyMap<string, Answer>): readonly Question[]; most: number } | null;
  sections: InstrumentForm['sections'];
  /** By item: the server's and this device's answers together, the newest of each. */
  answers: ReadonlyMap<string, Answer>;
  text(language: Language): Promise<InstrumentText>;
  /** Keeps the answer on the device and sets it on its way. Rejects where the device cannot keep it. */
  answer(item: string, value: number, language: Language): Promise<Answer>;
  /** The questions were read aloud: how long answers took says nothing then. Told to the server until it knows. */
  tellReadAloud(): void;
};

type Opening = {
  api: PupilApi;
  device: Device;
  session: PupilSession;
  language: Language;
  /** Also from another device that writes it now. */
  takeOver: boolean;
};

/** Opens the sitting, or comes back to it; without a network, as it was last known here. Rejects with `ApiFailure`. */
export async function openDesk({ api, device, session, language, takeOver }: Opening): Promise<Desk> {
  const { instrument, instrumentVersion } = session.campaign;
  // Asked for together: on a slow line each wait for the one before would be seen.
  const text = rememberTexts((wanted) => api.text(instrument, instrumentVersion, wanted));
  text(language).catch(() => undefined);
  const { id } = session.sitting;
  const { store, outbox } = device;
  const [sitting, form] = await Promise.all([
    lastKnown<Sitting>(
      () => api.openSitting(id, { language, device: deviceId, takeOver }),
      (opened) => keepOpened(store, session, opened),
      async () => {
        const known = await store.kept<Sitting>(id, sittingName);
        return known === null ? null : beginHere(store, known, language);
      },
    ),
    api.instrument(instrument, instrumentVersion),
  ]);
  await store.open(sitting.id, session.uploadToken, sitting.lastSeq);
  await outbox.setWatched(sitting.id);
  const answers = newestOf([...sitting.answers, ...(await store.answers(sitting.id))]);
  const clock = startStopwatch(Math.max(0, ...[...answers.values()].map(({ atMs }) => atMs)));
  const help = helpTeller(sitting.id, () => api.tellHelp(sitting.id, 'read-aloud', session.uploadToken));
  help.retry();
  const questions = questionsInOrder(form, sitting.seed);
  return {
    sitting,
    questions,
    adaptive: form.adaptive === undefined ? null : await adaptiveOf(form.adaptive, questions, sitting.seed),
    sections: form.sections,
    answers,
    text,
    answer: async (item, value, spoken) => {
      const at = serverNow();
      const stamp = at === null ? {} : { givenAt: at };
      const kept = await store.record(sitting.id, { item, value, atMs: clock(), language: spoken, ...stamp });
      void outbox.wake();
      help.retry();
      return kept;
    },
    tellReadAloud: help.tell,
  };
}

/** The chooser is fetched only where a form needs it; the worker has it for a device without a network. */
async function adaptiveOf(form: NonNullable<InstrumentForm['adaptive']>, questions: readonly Question[], seed: number) {
  const { adaptiveQuestions } = await import('./adaptive-questions.ts');
  return {
    follow: adaptiveQuestions(form, questions, seed),
    most: questions.length - form.items.length + form.maxItems,
  };
}

const sittingName = 'sitting';

/** For the next visit without a network: the sitting as the server knows it, and that it has begun. */
async function keepOpened(store: Device['store'], session: PupilSession, opened: Sitting): Promise<void> {
  await store.keep(opened.id, sittingName, opened);
  await store.setStart(opened.id, null);
  const consent = { guardian: 'given', pupil: 'given' } as const;
  await keepSession(store, { ...session, consent, sitting: { id: opened.id, state: opened.state } });
}

/** Each language is fetched once; a failed fetch may be tried again. */
function rememberTexts(fetchText: (language: Language) => Promise<InstrumentText>): Desk['text'] {
  const texts = new Map<Language, Promise<InstrumentText>>();
  return (language) => {
    const known = texts.get(language) ?? fetchText(language);
    texts.set(language, known);
    known.catch(() => texts.delete(language));
    return known;
  };
}
