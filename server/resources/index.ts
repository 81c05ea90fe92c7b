import type { Endpoint } from '../http/endpoint.ts';
import * as accommodations from './accommodations.ts';
import { allianceEndpoints } from './alliance/index.ts';
import * as audit from './audit.ts';
import * as pilots from './bench/pilots.ts';
import * as studies from './bench/studies.ts';
import * as campaigns from './campaigns.ts';
import * as classCodes from './class-codes.ts';
import * as classOverview from './class-overview.ts';
import * as classes from './classes.ts';
import * as comparisons from './comparisons.ts';
import * as consentOverview from './consent-overview.ts';
import * as consents from './consents.ts';
import * as appeals from './decision/appeals.ts';
import * as candidateViews from './decision/candidate-views.ts';
import * as candidates from './decision/candidates.ts';
import * as cases from './decision/cases.ts';
import * as helplines from './decision/helplines.ts';
import * as ownCases from './decision/own-cases.ts';
import * as waiting from './decision/waiting.ts';
import * as deviceFiles from './device-files.ts';
import * as erasures from './erasures.ts';
import * as classList from './export/class-list.ts';
import * as research from './export/research.ts';
import * as guardianProofs from './guardian-proofs.ts';
import * as instruments from './instruments.ts';
import * as live from './live.ts';
import * as national from './national.ts';
import * as norms from './norms/norms.ts';
import * as numbers from './numbers.ts';
import * as offlineSittings from './offline-sittings.ts';
import * as expertPages from './panel/expert-page.ts';
import * as experts from './panel/experts.ts';
import * as keyEffect from './panel/key-effect.ts';
import * as panels from './panel/panels.ts';
import * as papers from './papers.ts';
import * as places from './places.ts';
import * as preparations from './preparations.ts';
import * as profiles from './profiles.ts';
import * as pupilSessions from './pupil-sessions.ts';
import * as pupils from './pupils.ts';
import * as repeats from './repeats.ts';
import * as reports from './reports.ts';
import * as rescorings from './rescore/rescorings.ts';
import * as results from './results.ts';
import * as retention from './retention.ts';
import * as roll from './roll.ts';
import * as imports from './roster/imports.ts';
import * as sittings from './sittings.ts';
import * as accounts from './staff/accounts.ts';
import * as grants from './staff/grants.ts';
import * as invitations from './staff/invitations.ts';
import * as oidc from './staff/oidc.ts';
import * as secondFactor from './staff/second-factor.ts';
import * as staffSessions from './staff-sessions.ts';
import * as talks from './talks.ts';
import * as texts from './texts.ts';

/** The one table of endpoints: validation, permissions, OpenAPI, the typed client and the access matrix come from it. */
export const endpoints: readonly Endpoint[] = [
  // What is asked most stands first: a router looks from the top.
  sittings.putBatch,
  offlineSittings.putSealedBatch,
  live.tellPresence,
  staffSessions.signIn,
  staffSessions.refresh,
  staffSessions.signOut,
  staffSessions.signOutEverywhere,
  staffSessions.me,
  secondFactor.readFactor,
  secondFactor.beginFactor,
  secondFactor.confirmFactor,
  secondFactor.renewRecovery,
  secondFactor.removeFactor,
  accounts.listStaff,
  accounts.inviteStaff,
  accounts.renewInvitation,
  accounts.endStaff,
  accounts.resetFactor,
  places.readPlaces,
  places.addSchool,
  grants.addGrant,
  grants.listClassNames,
  grants.endGrant,
  grants.handOver,
  oidc.listProviders,
  oidc.startVisit,
  oidc.finishVisit,
  invitations.readInvitation,
  invitations.useInvitation,
  pupilSessions.enter,
  pupilSessions.finishHere,
  consents.readWording,
  consents.assentOwn,
  consents.ownConsents,
  consents.enterAsGuardian,
  guardianProofs.beginProof,
  guardianProofs.finishProof,
  consents.guardianConsents,
  consents.consentAsGuardian,
  consents.pupilConsents,
  consents.recordPaper,
  consentOverview.readConsentOverview,
  consentOverview.printReminders,
  instruments.readInstrument,
  instruments.readInstrumentText,
  instruments.readRecording,
  sittings.open,
  sittings.read,
  sittings.submit,
  accommodations.noteHelp,
  offlineSittings.start,
  preparations.preparePupilsOf,
  preparations.keepPreparation,
  preparations.readPreparation,
  deviceFiles.takeDeviceFile,
  live.watchClass,
  results.ownResult,
  results.putWish,
  results.whoSaw,
  reports.ownReport,
  reports.guardianReportFile,
  reports.pupilReportFile,
  talks.askTalk,
  talks.endTalk,
  classes.schoolClasses,
  classes.classPupils,
  classOverview.readClassOverview,
  classes.schoolPupils,
  roll.readCard,
  roll.changePupil,
  roll.addClass,
  roll.changeClass,
  roll.removeClass,
  classes.addPupil,
  imports.uploadRoster,
  imports.listImports,
  imports.readImport,
  imports.correctImport,
  imports.discardImport,
  imports.applyImport,
  imports.undoImport,
  classCodes.issueClassCodes,
  classCodes.printCodes,
  pupils.issueCodes,
  papers.printPaper,
  papers.readPaperDesk,
  papers.enterPaper,
  profiles.readProfile,
  profiles.explainScale,
  repeats.offerRepeat,
  repeats.takeRepeatBack,
  cases.readPupilCase,
  cases.addNote,
  cases.addConversation,
  cases.addEvidence,
  cases.addDecision,
  cases.addConflict,
  ownCases.readOwnCase,
  ownCases.appealOwn,
  ownCases.readCaseAsGuardian,
  ownCases.appealAsGuardian,
  waiting.readWaiting,
  appeals.listAppeals,
  appeals.answer,
  candidates.listCandidates,
  candidates.listCandidateSchools,
  candidates.openCandidate,
  candidateViews.listViews,
  candidateViews.putViews,
  helplines.readHelpline,
  helplines.putHelpline,
  campaigns.listCampaigns,
  campaigns.openCampaign,
  campaigns.readReport,
  campaigns.readCountry,
  comparisons.readComparison,
  comparisons.regionPdf,
  comparisons.regionXlsx,
  national.readNational,
  national.nationalPdf,
  national.nationalXlsx,
  audit.readAudit,
  norms.listNorms,
  norms.readCampaignNorms,
  norms.buildNormDraft,
  norms.readNorm,
  norms.putPublication,
  norms.putWithdrawal,
  texts.readTexts,
  texts.downloadTexts,
  texts.uploadTexts,
  texts.downloadReview,
  pilots.readBench,
  pilots.takePilot,
  pilots.dropPilot,
  studies.askStudy,
  studies.listStudies,
  studies.readStudy,
  studies.readStudyFile,
  studies.cancelStudy,
  studies.repeatStudy,
  panels.listPanels,
  panels.openPanel,
  panels.readPanel,
  panels.openSecondRound,
  panels.closePanel,
  panels.publishKey,
  panels.withdrawKey,
  keyEffect.askKeyEffect,
  experts.inviteExpert,
  experts.renewExpertLink,
  experts.removeExpert,
  expertPages.enterAsExpert,
  expertPages.readExpertPage,
  expertPages.putRatings,
  expertPages.finishRound,
  erasures.readOwnErasure,
  erasures.askErasure,
  erasures.takeBackErasure,
  erasures.readErasureAsGuardian,
  erasures.askErasureAsGuardian,
  erasures.takeBackErasureAsGuardian,
  erasures.listErasures,
  erasures.decideErasure,
  retention.readRetention,
  retention.readSchoolRetention,
  rescorings.askRescorePreview,
  rescorings.orderRescoring,
  rescorings.listRescorings,
  classList.exportClassList,
  classList.exportClassListXlsx,
  research.exportResearch,
  numbers.readNumbers,
  ...allianceEndpoints,
].map((declared) => declared as Endpoint);
