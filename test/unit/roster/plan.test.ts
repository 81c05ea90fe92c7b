import { describe, expect, it } from 'vitest';
import type { KnownPupil } from '../../../server/domain/roster/match.ts';
import { planRoster, type RosterKnowledge, type RowDecision } from '../../../server/domain/roster/plan.ts';

const columns = ['familyName', 'givenName', 'birthDate', 'class', 'ownId', 'iin'] as const;
const row = (family: string, given: string, day = '2011-05-14', ownId = '', iin = '', schoolClass = '9А') => [
  family,
  given,
  day,
  schoolClass,
  ownId,
  iin,
];
const known = (pid: string, familyName: string, more: Partial<KnownPupil> = {}): KnownPupil => ({
  pid,
  familyName,
  givenName: 'Айша',
  patronymic: null,
  birthDate: '2011-05-14',
  iin: null,
  ownId: null,
  sex: 'female',
  language: 'kk',
  class: '9A',
  ...more,
});

const plan = (
  rows: readonly (readonly string[])[],
  pupils: readonly KnownPupil[] = [],
  decisions: Record<number, RowDecision> = {},
  more: Partial<RosterKnowledge> = {},
) =>
  planRoster(
    { columns, rows, decisions },
    { today: '2026-02-01', class: null, known: pupils, isTaken: () => false, isErased: () => false, ...more },
  );
const actions = (planned: ReturnType<typeof plan>) => planned.map(({ action }) => action);
const iin = '110514600016';

describe('the plan of an import', () => {
  it('adds whom nobody knows and finds the known by their own id', () => {
    const pupils = [known('p1', 'Сынақ', { ownId: 'L-1' }), known('p2', 'Басқа', { ownId: 'L-2' })];
    const planned = plan(
      [
        row('Сынақ', 'Айша', '2011-05-14', 'L-1'),
        row('Басқа', 'Айша', '2011-05-14', 'L-2', '', '9Б'),
        row('Жаңа', 'Ерлан'),
      ],
      pupils,
    );
    expect(actions(planned)).toEqual(['same', 'update', 'add']);
    expect(planned[1]).toMatchObject({ changes: ['class'], match: { pid: 'p2', by: 'own-id' } });
  });

  it('asks where only name and birth date agree, whatever the spelling, and does as answered', () => {
    const rows = [row('Synak', 'Aisha')];
    const pupils = [known('p1', 'Сынақ')];
    expect(plan(rows, pupils)[0]).toMatchObject({ action: 'ask', match: { pid: 'p1', by: 'name' } });
    expect(plan(rows, pupils, { 0: 'same' })[0]).toMatchObject({
      action: 'update',
      changes: ['familyName', 'givenName'],
    });
    expect(actions(plan(rows, pupils, { 0: 'new' }))).toEqual(['add']);
    expect(actions(plan(rows, pupils, { 0: 'skip' }))).toEqual(['skip']);
  });

  it('asks where a school gave a number to another child, and does not let two have it', () => {
    const rows = [row('Қасым', 'Дәурен', '2010-01-01', 'L-1')];
    const pupils = [known('p1', 'Сынақ', { ownId: 'L-1' })];
    expect(plan(rows, pupils)[0]).toMatchObject({ action: 'ask', match: { by: 'own-id' } });
    expect(plan(rows, pupils, { 0: 'new' })[0]?.issues).toEqual([{ field: 'ownId', code: 'own-id-taken' }]);
  });

  it('never lets one child in twice', () => {
    const pupils = [known('p1', 'Сынақ', { ownId: 'L-1' })];
    const twice = plan([
      row('А', 'Б'),
      row('A', 'B'),
      row('В', 'Г', '2011-01-01', 'L-5'),
      row('Д', 'Е', '2011-01-02', 'L-5'),
    ]);
    expect(actions(twice)).toEqual(['add', 'wrong', 'add', 'wrong']);
    expect(twice[3]?.issues).toEqual([{ field: 'ownId', code: 'twice-in-file' }]);
    const bothFound = plan([row('Сынақ', 'Айша', '2011-05-14', 'L-1'), row('Сынақ', 'Айша')], pupils, { 1: 'same' });
    expect(actions(bothFound)).toEqual(['same', 'wrong']);
    expect(actions(plan([row('А', 'Б', '2011-05-14', 'L-8'), row('А', 'Б', '2011-05-14', 'L-9')]))).toEqual([
      'add',
      'add',
    ]);
  });

  it('tells a number that stands elsewhere, ids that contradict each other, and a child that was erased', () => {
    const rows = [row('Сынақ', 'Айша', '2011-05-14', 'L-1', iin)];
    expect(plan(rows, [], {}, { isTaken: () => true })[0]?.issues).toEqual([{ field: 'iin', code: 'iin-taken' }]);
    const two = [known('p1', 'Сынақ', { ownId: 'L-1' }), known('p2', 'Басқа', { iin })];
    expect(plan(rows, two)[0]?.issues).toEqual([{ field: 'ownId', code: 'contradiction' }]);
    expect(plan(rows, [], {}, { isErased: () => true })[0]?.issues).toEqual([{ field: 'familyName', code: 'erased' }]);
    expect(actions(plan(rows, [known('p2', 'Сынақ', { iin })], {}, { isTaken: () => true }))).toEqual(['update']);
  });

  it('never empties what a file leaves out', () => {
    const pupils = [known('p1', 'Сынақ', { ownId: 'L-1', iin, patronymic: 'Болатқызы' })];
    expect(plan([row('Сынақ', 'Айша', '2011-05-14', 'L-1')], pupils)[0]).toMatchObject({ action: 'same', changes: [] });
  });
});
