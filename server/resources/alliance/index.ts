import { readCatalogue } from './catalogue.ts';
import { readCodedList } from './coded-list.ts';
import { decideRound } from './decide-round.ts';
import { uploadEnrolments } from './enrolments.ts';
import { checkLetter, printChildsLetter, printLetter, printOwnLetter } from './letters.ts';
import {
  addGrant,
  addNeed,
  addSeat,
  changeGrant,
  changeNeed,
  changeSeat,
  listGrants,
  listNeeds,
  listSeats,
} from './market.ts';
import { addOrganisation, listOrganisations } from './organisations.ts';
import {
  checkInOwn,
  guardianReads,
  guardianSteps,
  putOwnWishes,
  readOwnPlaces,
  stepOwnReferral,
} from './own-places.ts';
import { askPractice, giveFeedback, listPractices, readFeedback, stepPractice } from './practice.ts';
import { addProgrammeLine, changeProgrammeLine, readProgramme } from './programme.ts';
import { listReferrals, openReferralName, putFollowUp, readOutcomes, stepReferral } from './referrals.ts';
import { returnSeats } from './return-seats.ts';
import {
  cancelRound,
  freezeRound,
  listRounds,
  markReserve,
  openRound,
  proposeRound,
  readRound,
  tryRound,
} from './rounds.ts';
import { readNeedsTable, readNeedsTableXlsx, uploadNeeds } from './table.ts';

/** Needs, seats, money, allocation and referral. */
export const allianceEndpoints = [
  readCatalogue,
  listOrganisations,
  addOrganisation,
  readNeedsTable,
  readNeedsTableXlsx,
  listNeeds,
  addNeed,
  changeNeed,
  uploadNeeds,
  listSeats,
  addSeat,
  changeSeat,
  listGrants,
  addGrant,
  changeGrant,
  listPractices,
  askPractice,
  stepPractice,
  giveFeedback,
  readFeedback,
  readProgramme,
  addProgrammeLine,
  changeProgrammeLine,
  readOutcomes,
  listRounds,
  openRound,
  readRound,
  markReserve,
  freezeRound,
  proposeRound,
  tryRound,
  readCodedList,
  decideRound,
  cancelRound,
  returnSeats,
  listReferrals,
  uploadEnrolments,
  stepReferral,
  putFollowUp,
  openReferralName,
  printLetter,
  printOwnLetter,
  printChildsLetter,
  checkLetter,
  readOwnPlaces,
  putOwnWishes,
  stepOwnReferral,
  checkInOwn,
  guardianReads,
  guardianSteps,
];
