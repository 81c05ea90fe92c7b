import type { Container } from '../../container.ts';
import type { ImportUndone } from '../../contract/roster.schema.ts';
import { schoolYearOf } from '../../domain/school-year.ts';
import type { School } from '../../store/catalogue.ts';
import type { ImportWork, PupilState } from '../../store/imports.ts';

/** Writes what was worked out. Doing it again after a crash changes nothing that is there. */
export async function applyWork(stores: Container, school: School, work: ImportWork, now: Date): Promise<void> {
  await stores.catalogue.addMissingClasses(
    work.classes.map(({ id, name, grade, language }) => ({
      _id: id,
      school: school._id,
      name,
      grade,
      language,
      year: schoolYearOf(now),
    })),
  );
  await stores.identities.addMissing(
    work.added.map(({ pid, state }) => ({ pid, identity: state.identity })),
    now,
  );
  const { _id, district, region, locality, demo } = school;
  const shared = { school: _id, district, region, locality, demo, createdAt: now };
  await stores.pupils.addMissing(work.added.map(({ pid, state }) => ({ _id: pid, ...shared, ...state.place })));
  await put(
    stores,
    work.updated.map(({ pid, after }) => [pid, after]),
    now,
  );
}

async function put(stores: Container, states: readonly (readonly [string, PupilState])[], now: Date): Promise<void> {
  await stores.identities.replace(new Map(states.map(([pid, { identity }]) => [pid, identity])));
  // Work that was kept has its instants as text.
  const placed = states.map(([pid, { place }]) => {
    const leftSchoolAt = place.leftSchoolAt ? new Date(place.leftSchoolAt) : null;
    return [pid, { ...place, leftSchoolAt }] as const;
  });
  await stores.pupils.move(new Map(placed), now);
}

/**
 * Takes an import back: pupils it added and who have not begun are removed, pupils it changed are as before, unless someone
 * changed them since; classes it made go if they are empty.
 */
export async function undoWork(stores: Container, work: ImportWork): Promise<ImportUndone> {
  const began = await begunAmong(
    stores,
    work.added.map(({ pid }) => pid),
  );
  const removed = work.added.filter(({ pid }) => !began.has(pid)).map(({ pid }) => pid);
  const current = await currentStates(
    stores,
    work.updated.map(({ pid }) => pid),
  );
  const unchanged = work.updated.filter(({ pid, after }) => sameState(current.get(pid), after));
  await put(
    stores,
    unchanged.map(({ pid, before }) => [pid, before]),
    stores.now(),
  );
  await stores.codes.removeOf(removed);
  await stores.pupils.remove(removed);
  await stores.identities.remove(removed);
  await removeEmptyClasses(stores, work);
  const changed = work.updated.filter(
    (one) => !unchanged.includes(one) && !sameState(current.get(one.pid), one.before),
  );
  return {
    removed: removed.length,
    restored: unchanged.length,
    kept: [
      ...work.added.filter(({ pid }) => began.has(pid)).map(({ pid, state }) => kept(pid, state, 'has-begun')),
      ...changed.map(({ pid, after }) => kept(pid, after, 'changed-since')),
    ],
  };
}

const kept = (pid: string, { identity }: PupilState, why: 'has-begun' | 'changed-since') => ({
  pid,
  name: `${identity.familyName} ${identity.givenName}`,
  why,
});

/** Pupils about whom there is more than a name in a list: a consent or a sitting. */
async function begunAmong(stores: Container, pids: readonly string[]): Promise<Set<string>> {
  const [consents, sat] = await Promise.all([stores.consents.ofMany(pids), stores.sittings.pupilsWithAny(pids)]);
  return new Set([...consents.keys(), ...sat]);
}

async function currentStates(stores: Container, pids: readonly string[]): Promise<Map<string, PupilState>> {
  const [identities, pupils] = await Promise.all([stores.identities.ofMany(pids), stores.pupils.byIds(pids)]);
  const states = pupils.flatMap(({ _id, class: schoolClass, language, sex }) => {
    const identity = identities.get(_id);
    return identity === undefined ? [] : [[_id, { identity, place: { class: schoolClass, language, sex } }] as const];
  });
  return new Map(states);
}

const sameState = (a: PupilState | undefined, b: PupilState): boolean => a !== undefined && flat(a) === flat(b);

const flat = ({ identity, place }: PupilState): string =>
  JSON.stringify([
    identity.familyName,
    identity.givenName,
    identity.patronymic ?? null,
    identity.birthDate,
    identity.iin,
    identity.ownId ?? null,
    place.class,
    place.language,
    place.sex,
  ]);

async function removeEmptyClasses(stores: Container, { classes }: ImportWork): Promise<void> {
  const full = await Promise.all(classes.map(async ({ id }) => stores.pupils.hasAnyOfClass(id)));
  const empty = classes.filter((_, index) => !full[index]).map(({ id }) => id);
  if (empty.length > 0) await stores.catalogue.removeClasses(empty);
}
