import { readCsv } from './read-csv.ts';
import { type Table, UnreadableTable } from './table.ts';

type Line = Readonly<Record<string, string>>;

/** Is this zip a OneRoster package? Its manifest or its users say so. */
export const isOneRoster = (names: readonly string[]): boolean => names.some((name) => baseName(name) === 'users.csv');

const baseName = (name: string): string => name.split('/').at(-1)?.toLowerCase() ?? '';

/** The files of a OneRoster 1.2 package this service reads. */
const read = ['users.csv', 'roles.csv', 'demographics.csv', 'classes.csv', 'enrollments.csv', 'orgs.csv'] as const;

/**
 * Pupils of a OneRoster 1.2 (or 1.1) CSV package as a class list: one row per active student of the school, the homeroom
 * (or the only class) as the class, birth date and sex from the demographics. Where the package has several schools,
 * `school` names one by its id, identifier or name. Throws `UnreadableTable`.
 */
export function readOneRoster(files: Record<string, Uint8Array>, school: string | null): Table {
  const [users, roles, demographics, classes, enrollments, orgs] = read.map((name) => linesOf(files, name));
  if (users === undefined || users.length === 0) throw new UnreadableTable('oneroster-incomplete');
  const org = theSchool(orgs ?? [], school);
  const isStudent = studentsOf(users, roles ?? [], org);
  const demographicsOf = new Map((demographics ?? []).map((line) => [line.sourcedid, line]));
  const classOf = classNames(classes ?? [], enrollments ?? []);
  const rows = users.filter(isStudent).map((user, index) => {
    const { birthdate = '', sex = '' } = demographicsOf.get(user.sourcedid) ?? {};
    const className = classOf.get(user.sourcedid ?? '') ?? gradeAsClass(user.grades);
    const names = [user.familyname ?? '', user.givenname ?? '', user.middlename ?? ''];
    const told = sex === 'female' || sex === 'male' ? sex : '';
    return { line: index + 2, cells: [user.sourcedid ?? '', ...names, birthdate, told, className] };
  });
  return { format: 'oneroster', encoding: null, rows: [{ line: 1, cells: headings }, ...rows] };
}

const headings = ['sourcedId', 'Family name', 'Given name', 'Middle name', 'Birth date', 'Sex', 'Class'];

/** Active lines of one file, by lower-case heading; undefined where the package has no such file. */
function linesOf(files: Record<string, Uint8Array>, name: string): Line[] | undefined {
  const found = Object.keys(files).find((file) => baseName(file) === name);
  const bytes = found === undefined ? undefined : files[found];
  if (bytes === undefined) return undefined;
  const [head, ...rows] = readCsv(bytes).rows;
  const keys = (head?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const lines = rows.map(({ cells }) =>
    Object.fromEntries(keys.map((key, index) => [key, (cells[index] ?? '').trim()])),
  );
  return lines.filter(
    ({ status = '' }) => status.toLowerCase() !== 'tobedeleted' && status.toLowerCase() !== 'inactive',
  );
}

/** The id of the school meant; null where the package names none, which is then the only one. */
function theSchool(orgs: readonly Line[], wanted: string | null): string | null {
  const schools = orgs.filter(({ type = '' }) => type.toLowerCase() === 'school');
  const named = schools.find(
    ({ sourcedid, identifier, name }) => wanted !== null && [sourcedid, identifier, name].includes(wanted),
  );
  if (named !== undefined) return named.sourcedid ?? null;
  if (schools.length > 1) throw new UnreadableTable('several-schools');
  return schools[0]?.sourcedid ?? null;
}

/** 1.2 keeps roles in a file of their own; 1.1 in the user's line. */
function studentsOf(users: readonly Line[], roles: readonly Line[], org: string | null): (user: Line) => boolean {
  const isHere = (orgs: string | undefined): boolean =>
    org === null || (orgs ?? '').split(',').some((one) => one.trim() === org);
  const byRole = new Set(
    roles
      .filter(({ role, orgsourcedid }) => role === 'student' && isHere(orgsourcedid))
      .map(({ usersourcedid }) => usersourcedid),
  );
  const inUsers = users.some(({ role = '' }) => role !== '');
  return (user) =>
    inUsers && roles.length === 0 ? user.role === 'student' && isHere(user.orgsourcedids) : byRole.has(user.sourcedid);
}

/** Each pupil's class: the homeroom, else the only class enrolled in. */
function classNames(classes: readonly Line[], enrollments: readonly Line[]): Map<string, string> {
  const byId = new Map(classes.map((line) => [line.sourcedid, line]));
  const ofUser = new Map<string, Line[]>();
  for (const { role, usersourcedid = '', classsourcedid } of enrollments) {
    const found = byId.get(classsourcedid);
    if (role === 'student' && found !== undefined)
      ofUser.set(usersourcedid, [...(ofUser.get(usersourcedid) ?? []), found]);
  }
  const entries = [...ofUser].map(([user, all]) => {
    const homeroom = all.find(({ classtype }) => classtype === 'homeroom') ?? (all.length === 1 ? all[0] : undefined);
    return [user, homeroom?.classcode || homeroom?.title || ''] as const;
  });
  return new Map(entries.filter(([, name]) => name !== ''));
}

/** «09» of a pupil without a homeroom: the grade alone, as small schools call their only class. */
const gradeAsClass = (grades: string | undefined): string =>
  (grades ?? '').split(',')[0]?.trim().replace(/^0/, '') ?? '';
