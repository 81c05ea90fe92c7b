import type { Container } from '../../container.ts';
import {
  type LetterParams,
  type LetterQuery,
  type LetterStanding,
  letterParams,
  letterQuery,
  letterStanding,
  type OpenedName,
  type ReferralParams,
  referralParams,
} from '../../contract/referral.schema.ts';
import { shape } from '../../contract/shape.ts';
import type { Actor } from '../../domain/actor.ts';
import { fundingWords, languageWords } from '../../domain/alliance/letter-words.ts';
import { dayInWords } from '../../domain/day-words.ts';
import { Problem } from '../../domain/problem.ts';
import { stateOf } from '../../domain/referral/history.ts';
import { isLetterInForce } from '../../domain/referral/status.ts';
import { endpoint, FileReply } from '../../http/endpoint.ts';
import type { ReferralDocument } from '../../store/referrals.ts';
import { asGuardian, asPupil, asStaff } from '../actors.ts';
import { existingReferral, identityOf, nameOf } from './referrals.ts';
import { existingRound, placeNames, toPlace } from './round-things.ts';

export const printLetter = endpoint({
  method: 'get',
  path: '/api/referrals/:referral/letter',
  summary: 'The letter as a PDF, in Kazakh or Russian, with a QR code that tells only whether it is in force',
  permission: 'referral.read',
  scope: { of: 'referral', param: 'referral' },
  params: shape<ReferralParams>(referralParams),
  query: shape<LetterQuery>(letterQuery),
  reply: { file: 'application/pdf' },
  audit: { action: 'referral.letter', target: 'referral' },
  async handle(stores, { actor, params, query, now }) {
    const record = await existingReferral(stores, params.referral);
    const purpose = asStaff(actor).role === 'university' ? 'university' : 'department';
    return letterOf(stores, record, await nameOf(stores, record, purpose, now), query);
  },
});

/** The family's own letter: whoever it is about needs nobody's consent to read their name. */
const ownLetter = (party: 'pupil' | 'guardian', pidOf: (actor: Actor) => string) =>
  endpoint({
    method: 'get',
    path: `/api/${party}/letters/:referral`,
    summary: 'The letter of one’s own referral (a guardian: of the child’s) as a PDF, while it is in force',
    permission: `${party}.self`,
    scope: 'none',
    params: shape<ReferralParams>(referralParams),
    query: shape<LetterQuery>(letterQuery),
    reply: { file: 'application/pdf' },
    audit: null,
    async handle(stores, { actor, params, query, now }) {
      const record = await existingReferral(stores, params.referral);
      const status = stateOf(record.events, now)?.status;
      if (record.pid !== pidOf(actor) || status === undefined || !isLetterInForce(status))
        throw new Problem('not-found');
      return letterOf(stores, record, await identityOf(stores, record.pid), query);
    },
  });

export const printOwnLetter = ownLetter('pupil', (actor) => asPupil(actor).pid);
export const printChildsLetter = ownLetter('guardian', (actor) => asGuardian(actor).pid);

async function letterOf(
  stores: Container,
  record: ReferralDocument,
  named: OpenedName,
  { language, address }: LetterQuery,
): Promise<FileReply> {
  const [round, names, region] = await Promise.all([
    existingRound(stores, record.round),
    placeNames(stores),
    stores.catalogue.region(record.region),
  ]);
  const place = toPlace(record.place, names);
  const sponsor = place.sponsorName === null ? '' : ` (${place.sponsorName[language]})`;
  const pdf = await stores.press.print({
    kind: 'letter',
    of: {
      language,
      number: record.number,
      date: dayInWords(new Date(`${record.letter.signedOn}T00:00:00+05:00`), language),
      order: record.letter.order,
      signatory: record.letter.signatory,
      sender: senderWords[language](region?.names[language] ?? ''),
      pupil: `${named.familyName} ${named.givenName}`,
      school: named.school[language],
      organisation: place.organisationName[language],
      programme: place.subjectName[language],
      teachingLanguage: languageWords[language][place.language],
      funding: `${fundingWords[language][place.funding]}${sponsor}`,
      obligations: round.obligations[language],
      checkAt: `${address}/letter/${stores.referrals.token(record._id)}`,
      demo: record.demo,
    },
  });
  return new FileReply('referral.pdf', pdf, record.pid);
}

const senderWords = {
  kk: (region: string) => `${region}: білім басқармасы`,
  ru: (region: string) => `Управление образования: ${region}`,
};

export const checkLetter = endpoint({
  method: 'get',
  path: '/api/letters/:token',
  summary: 'Is a letter in force? Valid or withdrawn, its number and day, and nothing else',
  permission: 'anyone',
  scope: 'none',
  params: shape<LetterParams>(letterParams),
  reply: shape<LetterStanding>(letterStanding),
  audit: null,
  async handle(stores, { params, now }): Promise<LetterStanding> {
    const record = await stores.referrals.byToken(params.token);
    if (record === null) return { standing: 'unknown', number: null, issuedOn: null };
    const state = stateOf(record.events, now);
    if (state === null) throw new Problem('not-found');
    return {
      standing: isLetterInForce(state.status) ? 'valid' : 'withdrawn',
      number: record.number,
      issuedOn: record.letter.signedOn,
    };
  },
});
