import type { Container } from '../../container.ts';
import { almatyDay } from '../../domain/day-words.ts';
import { classKey } from '../../domain/roster/class-name.ts';
import type { KnownPupil } from '../../domain/roster/match.ts';
import { type PlannedRow, planRoster, type RosterKnowledge } from '../../domain/roster/plan.ts';
import { type RosterPupil, readRow } from '../../domain/roster/read-row.ts';
import { missingFields } from '../../domain/roster/recognise-columns.ts';
import { rosterTombstoneTexts } from '../../domain/tombstone.ts';
import type { SchoolClass } from '../../store/catalogue.ts';
import type { Identity } from '../../store/identities.ts';
import type { ImportDraft } from '../../store/imports.ts';
import type { PupilDocument } from '../../store/pupils.ts';

/** What the school has at this moment: the ground of a plan. */
export type SchoolRoster = {
  classes: readonly SchoolClass[];
  pupils: ReadonlyMap<string, PupilDocument>;
  identities: ReadonlyMap<string, Identity>;
};

export type ImportPlan = {
  rows: readonly PlannedRow[];
  roster: SchoolRoster;
  classes: ReadonlyMap<string, SchoolClass>;
};

/** Reads the school and decides for every row what would become of it; nothing is written. */
export async function planImport(
  stores: Container,
  school: string,
  draft: ImportDraft,
  now: Date,
): Promise<ImportPlan> {
  const roster = await readRoster(stores, school);
  const classes = new Map(roster.classes.map((one) => [classKey(one.name), one]));
  const rows =
    missingFields(draft.columns).length > 0 ? draft.rows.map(unread) : await plan(stores, school, roster, draft, now);
  return { rows, roster, classes };
}

const unread = (): PlannedRow => ({ action: 'wrong', pupil: null, match: null, changes: [], issues: [] });

async function plan(stores: Container, school: string, roster: SchoolRoster, draft: ImportDraft, now: Date) {
  const named = roster.classes.find(({ _id }) => _id === draft.class);
  const context = { today: almatyDay(now), class: named?.name ?? null };
  const rows = draft.rows.map(({ cells }) => cells);
  const pupils = rows.flatMap((cells) => readRow(cells, draft.columns, context).pupil ?? []);
  const knowledge: RosterKnowledge = {
    ...context,
    known: knownPupils(roster),
    isTaken: await takenIins(stores, roster, pupils),
    isErased: await erased(stores, school, pupils),
  };
  return planRoster({ columns: draft.columns, rows, decisions: draft.decisions }, knowledge);
}

async function readRoster(stores: Container, school: string): Promise<SchoolRoster> {
  const [classes, pupils] = await Promise.all([stores.catalogue.classesOf(school), stores.pupils.everOfSchool(school)]);
  const identities = await stores.identities.ofMany(pupils.map(({ _id }) => _id));
  return { classes, pupils: new Map(pupils.map((pupil) => [pupil._id, pupil])), identities };
}

function knownPupils({ classes, pupils, identities }: SchoolRoster): KnownPupil[] {
  const keys = new Map(classes.map(({ _id, name }) => [_id, classKey(name)]));
  return [...identities].flatMap(([pid, identity]) => {
    const place = pupils.get(pid);
    if (place === undefined) return [];
    const { patronymic = null, ownId = null } = identity;
    return [
      {
        ...identity,
        patronymic,
        ownId,
        pid,
        sex: place.sex,
        language: place.language,
        // Who has left is in no class: a list that names them brings them back.
        class: place.leftSchoolAt ? '' : (keys.get(place.class) ?? ''),
      },
    ];
  });
}

/** Whether a number belongs to someone who is not of this school. */
async function takenIins(
  stores: Container,
  { pupils }: SchoolRoster,
  rows: readonly RosterPupil[],
): Promise<(iin: string) => boolean> {
  const owners = await stores.identities.ownersOf(rows.flatMap(({ iin }) => iin ?? []));
  return (iin) => {
    const owner = owners.get(iin);
    return owner !== undefined && !pupils.has(owner);
  };
}

/** Whether a row is about a child erased at the family's request. */
async function erased(
  stores: Container,
  school: string,
  rows: readonly RosterPupil[],
): Promise<(pupil: RosterPupil) => boolean> {
  const found = await stores.tombstones.erasedAmong(rows.flatMap((pupil) => rosterTombstoneTexts(school, pupil)));
  return (pupil) => found.size > 0 && rosterTombstoneTexts(school, pupil).some((text) => found.has(text));
}
