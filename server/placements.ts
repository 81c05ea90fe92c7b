import type { Container } from './container.ts';
import type { Placement } from './domain/access.ts';
import type { CatalogueStore } from './store/catalogue.ts';
import type { PupilStore } from './store/pupils.ts';

const nowhere: Placement = { region: null, school: null, pid: null, sitting: null };

/** Looks up where a thing stands, for the scope check that every endpoint with a scope goes through. */
export function placements(catalogue: CatalogueStore, pupils: PupilStore): Container['placement'] {
  return async (of, id) => {
    switch (of) {
      // A pupil's token names its sitting; nothing needs to be read for the hot path.
      case 'sitting':
        return { ...nowhere, sitting: id };
      case 'pupil': {
        const pupil = await pupils.byId(id);
        return pupil === null ? null : { region: pupil.region, school: pupil.school, pid: pupil._id, sitting: null };
      }
      // An appeal goes beyond the school, without the name; who of those may answer it, the case decides.
      case 'appeal': {
        const pupil = await pupils.byId(id);
        return pupil === null ? null : { ...nowhere, region: pupil.region, school: pupil.school };
      }
      // A candidate is the region's; whether the pupil is one, the consents decide.
      case 'candidate': {
        const pupil = await pupils.byId(id);
        return pupil === null ? null : { ...nowhere, region: pupil.region };
      }
      case 'class': {
        const found = await catalogue.class(id);
        const school = found === null ? null : await catalogue.school(found.school);
        return school === null ? null : { ...nowhere, region: school.region, school: school._id };
      }
      case 'school': {
        const school = await catalogue.school(id);
        return school === null ? null : { ...nowhere, region: school.region, school: school._id };
      }
      case 'region': {
        const region = await catalogue.region(id);
        return region === null ? null : { ...nowhere, region: region._id };
      }
      case 'campaign': {
        const campaign = await catalogue.campaign(id);
        return campaign === null ? null : { ...nowhere, region: campaign.region };
      }
    }
  };
}
