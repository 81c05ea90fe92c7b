import type { Container } from './container.ts';
import type { Placement } from './domain/access.ts';
import type { Actor } from './domain/actor.ts';
import type { AllianceStore } from './store/alliance.ts';
import type { CatalogueStore } from './store/catalogue.ts';
import type { PupilStore } from './store/pupils.ts';
import type { ReferralStore } from './store/referrals.ts';
import type { RoundStore } from './store/rounds.ts';
import type { StaffStore } from './store/staff.ts';

type Stores = {
  catalogue: CatalogueStore;
  pupils: PupilStore;
  alliance: AllianceStore;
  rounds: RoundStore;
  referrals: ReferralStore;
  staff: Pick<StaffStore, 'byId'>;
};

const nowhere: Placement = { region: null, school: null, pid: null, sitting: null };

/** Looks up where a thing stands, for the scope check that every endpoint with a scope goes through. */
export function placements(stores: Stores): Container['placement'] {
  const { catalogue, pupils, alliance, staff } = stores;
  return async (of, id, actor) => {
    switch (of) {
      // A pupil's token names its sitting; nothing needs to be read for the hot path.
      case 'sitting':
        return { ...nowhere, sitting: id };
      case 'pupil': {
        const pupil = await pupils.byId(id);
        return pupil === null
          ? null
          : { region: pupil.region, school: pupil.school, class: pupil.class, pid: pupil._id, sitting: null };
      }
      // An appeal goes beyond the school, without the name; who of those may answer it, the case decides.
      case 'appeal': {
        const pupil = await pupils.byId(id);
        return pupil === null ? null : { ...nowhere, region: pupil.region, school: pupil.school, class: pupil.class };
      }
      // A candidate is the region's; whether the pupil is one, the consents decide.
      case 'candidate': {
        const pupil = await pupils.byId(id);
        return pupil === null ? null : { ...nowhere, region: pupil.region };
      }
      case 'class': {
        const found = await catalogue.class(id);
        const school = found === null ? null : await catalogue.school(found.school);
        return school === null ? null : { ...nowhere, region: school.region, school: school._id, class: id };
      }
      case 'school': {
        const school = await catalogue.school(id);
        return school === null ? null : { ...nowhere, region: school.region, school: school._id };
      }
      case 'staff': {
        const account = await staff.byId(id);
        return account === null ? null : { ...nowhere, region: account.region };
      }
      case 'region': {
        const region = await catalogue.region(id);
        return region === null ? null : { ...nowhere, region: region._id };
      }
      case 'campaign': {
        const campaign = await catalogue.campaign(id);
        return campaign === null ? null : { ...nowhere, region: campaign.region };
      }
      case 'need': {
        const need = await alliance.needs.byId(id);
        return need === null ? null : { ...nowhere, region: need.region, school: need.school };
      }
      case 'seat': {
        const seat = await alliance.seats.byId(id);
        return seat === null ? null : { ...nowhere, organisation: seat.organisation };
      }
      case 'grant': {
        const grant = await alliance.grants.byId(id);
        return grant === null ? null : { ...nowhere, organisation: grant.sponsor };
      }
      case 'practice': {
        const practice = await alliance.practice(id);
        // One that nobody has taken is within reach of every university.
        return practice === null
          ? null
          : { ...nowhere, school: practice.school, organisation: practice.organisation ?? organisationOf(actor) };
      }
      case 'round': {
        const round = await stores.rounds.byId(id);
        return round === null ? null : { ...nowhere, region: round.region };
      }
      // To the department and to the university; the pupil behind it is named by no one's scope.
      case 'referral': {
        const referral = await stores.referrals.byId(id);
        return referral === null ? null : { ...nowhere, region: referral.region, organisation: referral.organisation };
      }
    }
  };
}

const organisationOf = (actor: Actor): string | null => (actor.kind === 'staff' ? actor.organisation : null);
