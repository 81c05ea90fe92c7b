import type { NamedDecision } from '../domain/named-decision.ts';
import type { Expert, Panel, Ratings, Round } from '../domain/panel/panel.ts';
import type { Db } from './driver.ts';

export type PanelStore = ReturnType<typeof panelStore>;

/** Panels of experts, and the experts with what they said. */
export function panelStore(db: Db) {
  const panels = db.collection<Panel>('panels');
  const experts = db.collection<Expert>('experts');
  const inState = (id: string, state: Panel['state'], change: Partial<Panel>) =>
    panels.findOneAndUpdate({ _id: id, state }, { $set: change }, { returnDocument: 'after' });
  return {
    /** Numbered in order; of two opened at once one takes the next number. */
    async open(panel: Omit<Panel, 'number'>): Promise<Panel> {
      for (let tries = 0; ; tries++) {
        const last = await panels
          .find({}, { projection: { number: 1 } })
          .sort({ number: -1 })
          .limit(1)
          .next();
        const numbered = { ...panel, number: (last?.number ?? 0) + 1 };
        try {
          await panels.insertOne(numbered);
          return numbered;
        } catch (error) {
          if (tries > 4 || !(error instanceof Error) || !/E11000/.test(error.message)) throw error;
        }
      }
    },
    byId: (id: string) => panels.findOne({ _id: id }),
    /** Newest first. */
    list: (most: number) => panels.find({}).sort({ number: -1 }).limit(most).toArray(),
    /** Every panel that gave a key, in force or not. */
    withKeys: () => panels.find({ 'published.at': { $exists: true } }).toArray(),

    openSecond: (id: string, now: Date) => inState(id, 'first', { state: 'second', secondAt: now }),
    close: (id: string, now: Date) => inState(id, 'second', { state: 'closed', closedAt: now }),
    /** Puts a closed panel's key into force; an earlier one of its instrument gives way. Null where it is not closed any more. */
    async publish(id: string, keyed: NonNullable<Panel['keyed']>, decision: NamedDecision): Promise<Panel | null> {
      const published = await inState(id, 'closed', { state: 'published', published: decision, keyed });
      if (published === null) return null;
      const { instrument, demo } = published;
      await panels.updateMany(
        { instrument, demo, state: 'published', _id: { $ne: id } },
        { $set: { state: 'superseded', supersededAt: decision.at } },
      );
      return published;
    },
    withdraw: (id: string, decision: NamedDecision) =>
      inState(id, 'published', { state: 'withdrawn', withdrawn: decision }),

    expertsOf: (panel: string) => experts.find({ panel }).sort({ invitedAt: 1 }).toArray(),
    expert: (id: string) => experts.findOne({ _id: id }),
    byLink: (link: string, now: Date) => experts.findOne({ link, linkUntil: { $gt: now } }),
    invite: async (...invited: Expert[]): Promise<void> => {
      await experts.insertMany(invited);
    },
    renewLink: (panel: string, id: string, link: string, linkUntil: Date) =>
      experts.findOneAndUpdate({ _id: id, panel }, { $set: { link, linkUntil } }, { returnDocument: 'after' }),
    removeExpert: (panel: string, id: string) => experts.findOneAndDelete({ _id: id, panel }),
    /** Whoever finished the first round begins the second with what they said there. */
    beginSecond: (id: string) =>
      experts.updateOne({ _id: id, second: null, 'first.doneAt': { $ne: null } }, [
        { $set: { second: { options: '$first.options', borders: '$first.borders', doneAt: null } } },
      ]),
    /** Adds to what an expert said in a round; rating on after having finished opens the round for them again. */
    rate: (id: string, round: Round, { options, borders }: Pick<Ratings, 'options' | 'borders'>) =>
      experts.findOneAndUpdate(
        { _id: id, [round]: { $ne: null } },
        {
          $set: {
            ...Object.fromEntries(Object.entries(options).map(([item, value]) => [`${round}.options.${item}`, value])),
            ...Object.fromEntries(Object.entries(borders).map(([name, value]) => [`${round}.borders.${name}`, value])),
            [`${round}.doneAt`]: null,
          },
        },
        { returnDocument: 'after' },
      ),
    finish: (id: string, round: Round, now: Date) =>
      experts.findOneAndUpdate(
        { _id: id, [round]: { $ne: null } },
        { $set: { [`${round}.doneAt`]: now } },
        { returnDocument: 'after' },
      ),
  };
}
