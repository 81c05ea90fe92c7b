import type { Container } from '../../container.ts';
import { type AllianceCatalogue, allianceCatalogue, type NewGrant } from '../../contract/alliance.schema.ts';
import { shape } from '../../contract/shape.ts';
import { Problem } from '../../domain/problem.ts';
import { conditionProblems } from '../../domain/referral/sponsor-conditions.ts';
import { endpoint } from '../../http/endpoint.ts';

/** The battery whose careers name the teaching subjects. */
const namedBy = 'kasip-9';

/** Teaching subjects, as the careers of the battery name them. */
export function teachingSubjects(stores: Container): AllianceCatalogue['subjects'] {
  const fields = stores.instruments.current(namedBy).careers?.fields ?? [];
  return fields.filter(({ kind }) => kind === 'teaching').map(({ id, name }) => ({ id, name }));
}

/** @throws Problem where there is no such teaching subject */
export function checkSubject(stores: Container, subject: string): void {
  if (teachingSubjects(stores).some(({ id }) => id === subject)) return;
  throw new Problem('input-invalid', {
    errors: [{ pointer: '/body/subject', detail: 'a teaching subject of the catalogue' }],
  });
}

async function districtsOfAll(stores: Container): Promise<AllianceCatalogue['districts']> {
  const all = await stores.catalogue.districts();
  return all.map(({ _id, region, names }) => ({ id: _id, region, name: names }));
}

/** @throws Problem naming the first condition that cannot be met or may not be asked */
export async function checkConditions(stores: Container, conditions: NewGrant['conditions']): Promise<void> {
  const [regions, districts] = await Promise.all([stores.catalogue.regions(), districtsOfAll(stores)]);
  const known = {
    regions: new Set(regions.map(({ _id }) => _id)),
    districts: new Map(districts.map(({ id, region }) => [id, region])),
    subjects: new Set(teachingSubjects(stores).map(({ id }) => id)),
  };
  const wrong = conditionProblems(conditions, known);
  if (wrong.length === 0) return;
  throw new Problem('input-invalid', {
    errors: wrong.map(({ field, why }) => ({ pointer: `/body/conditions/${field}`, detail: why })),
  });
}

export const readCatalogue = endpoint({
  method: 'get',
  path: '/api/alliance/catalogue',
  summary: 'Names for the forms: teaching subjects, regions and districts, universities, colleges and sponsors',
  permission: 'alliance.read',
  scope: 'none',
  reply: shape<AllianceCatalogue>(allianceCatalogue),
  audit: null,
  async handle(stores) {
    const [regions, districts, organisations] = await Promise.all([
      stores.catalogue.regions(),
      districtsOfAll(stores),
      stores.alliance.organisations(),
    ]);
    return {
      subjects: teachingSubjects(stores),
      regions: regions.map(({ _id, names }) => ({ id: _id, name: names })),
      districts,
      organisations: organisations.map(({ _id, kind, names }) => ({ id: _id, kind, name: names })),
    };
  },
});
