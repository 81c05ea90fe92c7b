/**
 * The life of a referral. In grade 9 «accepted» means only «I wish to continue»: nothing binds before a separate contract
 * at enrolment. Every step is taken by a named person; only time may expire an offer.
 */
export const referralStatuses = [
  'drafted',
  'offered',
  'accepted',
  'declined',
  'expired',
  'revoked',
  'enrolled',
  'in-practice',
  'placed',
  'left',
] as const;
export type ReferralStatus = (typeof referralStatuses)[number];

/** Who takes a step. `pupil` acts with the guardian's consent in force; `clock` only expires what was not answered. */
export type ReferralParty = 'department' | 'pupil' | 'guardian' | 'university' | 'clock';

export type ReferralStep = {
  readonly from: ReferralStatus;
  readonly to: ReferralStatus;
  readonly by: readonly ReferralParty[];
};

/** Every step there is; what is not here cannot be done. Taking back is open to the family until enrolment, to no one after. */
export const referralSteps: readonly ReferralStep[] = [
  { from: 'drafted', to: 'offered', by: ['department'] },
  { from: 'drafted', to: 'revoked', by: ['department', 'pupil', 'guardian'] },
  { from: 'offered', to: 'accepted', by: ['pupil'] },
  { from: 'offered', to: 'declined', by: ['pupil', 'guardian'] },
  { from: 'offered', to: 'expired', by: ['clock'] },
  { from: 'offered', to: 'revoked', by: ['department', 'pupil', 'guardian'] },
  { from: 'accepted', to: 'declined', by: ['pupil', 'guardian'] },
  { from: 'accepted', to: 'revoked', by: ['department', 'pupil', 'guardian'] },
  { from: 'accepted', to: 'enrolled', by: ['university'] },
  { from: 'enrolled', to: 'in-practice', by: ['university'] },
  { from: 'enrolled', to: 'left', by: ['university'] },
  { from: 'in-practice', to: 'placed', by: ['department'] },
  { from: 'in-practice', to: 'left', by: ['university'] },
  { from: 'placed', to: 'left', by: ['department'] },
];

/** May this party take this step? */
export const mayStep = (from: ReferralStatus, to: ReferralStatus, by: ReferralParty): boolean =>
  referralSteps.some((step) => step.from === from && step.to === to && step.by.includes(by));

const inForce: ReadonlySet<ReferralStatus> = new Set(['offered', 'accepted', 'enrolled', 'in-practice', 'placed']);

/** Is the letter of a referral in force while it stands so? */
export const isLetterInForce = (status: ReferralStatus): boolean => inForce.has(status);

/** Does the referral hold a seat while it stands so? A seat given back goes to the waiting list. */
export const holdsSeat = (status: ReferralStatus): boolean =>
  status === 'drafted' ||
  status === 'offered' ||
  status === 'accepted' ||
  status === 'enrolled' ||
  status === 'in-practice' ||
  status === 'placed';
