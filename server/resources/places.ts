import { randomUUID } from 'node:crypto';
import type { Container } from '../container.ts';
import {
  type AddedSchool,
  addedSchool,
  type NewSchool,
  newSchool,
  type RegionParams,
  type RegionPlaces,
  regionParams,
  regionPlaces,
} from '../contract/place.schema.ts';
import { shape } from '../contract/shape.ts';
import { sameName, tidyNames } from '../domain/place-name.ts';
import { Problem } from '../domain/problem.ts';
import { reachOf } from '../domain/staff-reach.ts';
import { endpoint, Reply } from '../http/endpoint.ts';
import { asStaff } from './actors.ts';

const ofRegion = { of: 'region', param: 'region' } as const;

export const readPlaces = endpoint({
  method: 'get',
  path: '/api/regions/:region/schools',
  summary: 'The districts and schools of a region, and which of them have no counsellor yet',
  permission: 'school.write',
  scope: ofRegion,
  params: shape<RegionParams>(regionParams),
  reply: shape<RegionPlaces>(regionPlaces),
  audit: null,
  async handle(stores, { params: { region }, now }) {
    const [districts, schools, staff] = await Promise.all([
      stores.catalogue.districtsOf(region),
      stores.catalogue.schoolsOf(region),
      stores.staff.ofRegion(region),
    ]);
    const counsellors = new Map<string, string[]>();
    for (const account of staff) {
      if (account.role !== 'counsellor' || account.disabledAt !== null) continue;
      for (const id of reachOf(account, now).schools)
        counsellors.set(id, [...(counsellors.get(id) ?? []), account.name]);
    }
    return {
      region,
      districts: districts.slice(0, 500).map(({ _id: id, names: name }) => ({ id, name })),
      schools: schools.slice(0, 2000).map(({ _id: id, names: name, district, locality, languages }) => ({
        ...{ id, name, district, locality, languages },
        counsellors: (counsellors.get(id) ?? []).slice(0, 50),
      })),
    };
  },
});

export const addSchool = endpoint({
  method: 'post',
  path: '/api/regions/:region/schools',
  summary: 'Add a school to a region, with its district where that is not there yet',
  permission: 'school.write',
  scope: ofRegion,
  params: shape<RegionParams>(regionParams),
  body: shape<NewSchool>(newSchool),
  reply: shape<AddedSchool>(addedSchool),
  audit: { action: 'school.add', target: 'self' },
  async handle(stores, { params: { region }, body, actor }) {
    const { locality, languages } = body;
    const names = tidyNames(body.names, '/body/names');
    const district = await districtOf(stores, region, body.district);
    const known = await stores.catalogue.schoolsOf(region);
    // The same school twice would part its pupils: a name is there once in its district.
    if (known.some((school) => school.district === district && sameName(school.names, names)))
      throw new Problem('already-there');
    const id = `s-${randomUUID().slice(0, 13)}`;
    const demo = asStaff(actor).demo ?? false;
    await stores.catalogue.addSchools([{ _id: id, district, region, names, locality, languages, demo }]);
    return new Reply({ id }, { auditTarget: id });
  },
});

/** A district of the region: the one that is named, one of that name, or a new one. */
async function districtOf(stores: Container, region: string, wanted: NewSchool['district']): Promise<string> {
  const known = await stores.catalogue.districtsOf(region);
  const named = typeof wanted === 'string' ? null : tidyNames(wanted, '/body/district');
  const found = known.find(({ _id, names }) => (named === null ? _id === wanted : sameName(names, named)));
  if (found !== undefined) return found._id;
  if (named === null)
    throw new Problem('input-invalid', { errors: [{ pointer: '/body/district', detail: 'a district of the region' }] });
  const _id = `d-${randomUUID().slice(0, 13)}`;
  await stores.catalogue.addDistricts([{ _id, region, names: named }]);
  return _id;
}
