import type { Container } from '../../container.ts';
import type { Actor } from '../../domain/actor.ts';
import type { ConsentEvent } from '../../domain/consent.ts';
import { wordingVersion } from '../../domain/consent-wording.ts';
import { decideRound } from '../../resources/alliance/decide-round.ts';
import { takeStep } from '../../resources/alliance/referrals.ts';
import { freezeRound, proposeRound } from '../../resources/alliance/rounds.ts';
import type { PupilDocument } from '../../store/pupils.ts';
import type { RoundDocument } from '../../store/rounds.ts';
import {
  demoFeedback,
  demoGrants,
  demoNeeds,
  demoOrganisations,
  demoPractices,
  demoProgramme,
  demoSeats,
} from './alliance-lines.ts';
import type { DemoPeople } from './people.ts';
import { batterySchool, shortFormSchool } from './places.ts';

const dayMs = 86_400_000;
const candidates = 26;

const obligations = {
  kk: 'Оқуға түскенде бөлек шарт жасалады: оқу бітірген соң кемінде 3 жыл облыс мектебінде жұмыс істеу немесе оқу құнын қайтару. 9-сыныпта «қабылдаймын» деу тек «жалғастырғым келеді» дегенді білдіреді.',
  ru: 'При поступлении заключается отдельный договор: после учёбы не менее 3 лет работать в школе области или вернуть стоимость обучения. В 9 классе «принимаю» значит только «хочу продолжать».',
  en: 'At enrolment a separate contract is signed: after graduation, work at least 3 years in a school of the region, or pay the tuition back. In grade 9 “accept” means only “I wish to continue”.',
};

const department: Actor = {
  kind: 'staff',
  id: 'demo-department',
  role: 'department',
  schools: [],
  region: 'KZ-61',
  organisation: null,
  family: 'simulation',
};

/** The Alliance of the demo country: needs, seats and money; a round that is decided and being answered, and an open one. */
export async function seedAlliance(stores: Container, people: DemoPeople, now: Date): Promise<void> {
  const year = now.getUTCFullYear();
  const at = new Date(now.getTime() - 60 * dayMs);
  const { alliance } = stores;
  await alliance.addOrganisations(demoOrganisations);
  await alliance.needs.add([...demoNeeds(at, year), ...demoNeeds(at, year + 1).map(renewed)]);
  await alliance.seats.add([...demoSeats(at, year), ...demoSeats(at, year + 1).map(renewed)]);
  await alliance.grants.add([...demoGrants(at, year), ...demoGrants(at, year + 1).map(renewed)]);
  await alliance.addPractices(demoPractices(at, year));
  await alliance.addFeedback(demoFeedback(at, year));
  await alliance.addProgramme(demoProgramme(at, year));
  const chosen = demoCandidates(people);
  await stores.consents.add(chosen.flatMap((pupil, index) => namingConsents(pupil, index, now)));
  for (const { _id } of chosen) await stores.pupils.setWish(_id, true, new Date(now.getTime() - 20 * dayMs));
  await decidedRound(stores, chosen, year, now);
  await stores.rounds.add(openDemoRound(year, now));
}

/** The same line for the next year. */
const renewed = <Line extends { _id: string }>(line: Line): Line => ({ ...line, _id: `${line._id}-next` });

const ofCounsellor: ReadonlySet<string> = new Set(['s-1', batterySchool._id, shortFormSchool._id]);

/**
 * Some who have finished, and first the pupil whose code is printed. The schools of the demo's counsellor are left out
 * otherwise: their pupils have stories of their own, or sat a form that only guides.
 */
function demoCandidates({ pupils, sittings }: DemoPeople): PupilDocument[] {
  const done = new Set(sittings.filter(({ state }) => state === 'submitted').map(({ pid }) => pid));
  const able = pupils.filter(({ _id, region }) => region === 'KZ-61' && done.has(_id));
  const own = able.find(({ school }) => school === batterySchool._id) ?? able.find(({ school }) => school === 's-1');
  const others = able.filter(({ school }) => !ofCounsellor.has(school));
  const some = others.filter((_, index) => index % 6 === 0);
  return [...(own === undefined ? [] : [own]), ...some].slice(0, candidates);
}

function namingConsents(pupil: PupilDocument, index: number, now: Date): ConsentEvent[] {
  // Every second family also says yes to the university.
  const purposes = index % 2 === 0 ? (['department', 'university'] as const) : (['department'] as const);
  return purposes.flatMap((purpose) =>
    (['guardian', 'pupil'] as const).map((party) => ({
      pid: pupil._id,
      purpose,
      party,
      action: 'given' as const,
      wording: wordingVersion[purpose],
      language: pupil.language,
      recordedBy: 'simulation',
      how: 'simulated' as const,
      at: new Date(now.getTime() - 19 * dayMs),
      expiresAt: null,
      signedBy: null,
    })),
  );
}

type Priority = RoundDocument['places'][number]['priority'];

function demoPlaces(seats: ReturnType<typeof demoSeats>, quotas: readonly number[]): RoundDocument['places'] {
  return seats.slice(0, quotas.length).map((seat, index) => {
    const { _id, subject, language, organisation, form, funding, after } = seat;
    const priority: Priority = ['district', 'language', 'rural'];
    return {
      id: `p-${index + 1}`,
      seat: _id,
      grant: funding === 'sponsor' ? `g-demo-1${_id.endsWith('-next') ? '-next' : ''}` : null,
      district: index % 2 === 0 ? 'd-61-1' : null,
      quota: quotas[index] ?? 1,
      reserved: [{ kind: 'rural', seats: 1 }],
      lowerTarget: 1,
      priority,
      ...{ subject, language, organisation, form, funding, after },
      sponsor: funding === 'sponsor' ? 'sp-1' : null,
    };
  });
}

const title = {
  open: {
    kk: 'Келесі жылға педагогикалық орындар (үлгі)',
    ru: 'Педагогические места на следующий год (пример)',
    en: 'Teaching places for next year (example)',
  },
  decided: { kk: 'Педагогикалық орындар (үлгі)', ru: 'Педагогические места (пример)', en: 'Teaching places (example)' },
};

const round = (
  id: string,
  year: number,
  wishesUntil: Date,
  openedAt: Date,
): Omit<RoundDocument, 'title' | 'places'> => ({
  _id: id,
  region: 'KZ-61',
  year,
  state: 'open',
  wishesUntil,
  cap: 0,
  obligations,
  lotterySeed: null,
  proposal: null,
  decision: null,
  history: [{ at: openedAt, by: 'demo-department', who: 'Гүлмира Тоқтарова', what: 'opened' }],
  demo: true,
});

const openDemoRound = (year: number, now: Date): RoundDocument => ({
  ...round('r-demo-2', year + 1, new Date(now.getTime() + 30 * dayMs), new Date(now.getTime() - 2 * dayMs)),
  title: title.open,
  places: demoPlaces(demoSeats(now, year + 1).map(renewed), [4, 3, 4, 6, 2]),
});

/** Runs through the very code of the service: wishes, frozen pool, lottery, proposal, decision, answers, waiting list. */
async function decidedRound(
  stores: Container,
  chosen: readonly PupilDocument[],
  year: number,
  now: Date,
): Promise<void> {
  const past = (days: number): Date => new Date(now.getTime() - days * dayMs);
  const places = demoPlaces(demoSeats(now, year), [3, 2, 4, 5, 2]);
  await stores.rounds.add({ ...round('r-demo-1', year, past(10), past(18)), title: title.decided, places });
  for (const [index, { _id }] of chosen.entries()) {
    const wishes = [0, 1, 2].map((step) => `p-${((index * 2 + step * (1 + (index % 3))) % 5) + 1}`);
    await stores.rounds.wish('r-demo-1', _id, [...new Set(wishes)], past(12), true);
  }
  const request = <Body>(body: Body, at: Date) => ({
    params: { round: 'r-demo-1' },
    query: {},
    body,
    actor: department,
    place: null,
    language: 'kk' as const,
    requestId: 'simulation',
    now: at,
    cookies: {},
  });
  await freezeRound.handle(stores, request({ reason: null }, past(9)));
  await proposeRound.handle(stores, request(undefined, past(8)));
  const decision = {
    order: '№ 17-ө',
    signedOn: past(7).toISOString().slice(0, 10),
    signatory: 'Гүлмира Тоқтарова',
    members: ['Гүлмира Тоқтарова', 'Болат Қалиев', 'Мәдина Ержанова'],
    quorum: 2,
    minutes: 'Комиссия ұсынысты қарап, толық бекітті. Қарсылық болған жоқ.',
    departures: [],
    answerDays: 21,
  };
  await decideRound.handle(stores, request(decision, past(7)));
  await answerSome(stores, chosen[0]?._id ?? '', now);
}

/** Most accept, a few decline, so that the waiting list has moved; the pupil whose code is printed still has to answer. */
async function answerSome(stores: Container, waiting: string, now: Date): Promise<void> {
  const referrals = (await stores.referrals.ofRound('r-demo-1')).filter(({ pid }) => pid !== waiting);
  for (const [index, { _id }] of referrals.entries()) {
    const record = await stores.referrals.byId(_id);
    if (record === null || index % 4 === 3) continue;
    const to = index % 5 === 2 ? ('declined' as const) : ('accepted' as const);
    const at = new Date(now.getTime() - 5 * dayMs + index * 3_600_000);
    await takeStep(stores, record, { to, by: 'pupil', who: 'pupil', at, reason: null, answerBy: null });
  }
}
