import { ENGINE_VERSION } from '../scoring/index.ts';
import { discloseBeside } from './disclosure-thread.ts';
import type { Placed, Placement } from './domain/access.ts';
import type { Actor } from './domain/actor.ts';
import type { GuardianProofs } from './domain/guardian-proof.ts';
import { erasers } from './erase-pupil.ts';
import { erasureLedger } from './erasure-ledger.ts';
import type { Tokens } from './http/tokens.ts';
import { tokens } from './http/tokens.ts';
import { type InstrumentShelf, instrumentShelf } from './instrument-shelf.ts';
import { type LiveRooms, liveRooms } from './live-room.ts';
import { type Oidc, oidc } from './oidc.ts';
import type { OidcProvider } from './oidc-providers.ts';
import { type PaperPress, paperPress } from './paper-press.ts';
import { type Passwords, passwords } from './passwords.ts';
import { readPilot } from './pilot-reader.ts';
import { placements } from './placements.ts';
import { type PublishedKeys, publishedKeys } from './published-keys.ts';
import { type PublishedNorms, publishedNorms } from './published-norms.ts';
import { readRoom } from './read-room.ts';
import { type ReleaseDesk, releaseDesk } from './release-desk.ts';
import type { DisclosedReport, OnProgress, Release, ReportCounts } from './report/disclosure/index.ts';
import { measuresOf } from './report/measures.ts';
import type { Secrets } from './secrets.ts';
import { type AllianceStore, allianceStore } from './store/alliance.ts';
import { type AuditStore, auditStore } from './store/audit.ts';
import { type CampaignKeyStore, campaignKeyStore } from './store/campaign-keys.ts';
import { type CaseStore, caseStore } from './store/cases.ts';
import { type CatalogueStore, catalogueStore } from './store/catalogue.ts';
import { type CodeStore, codeStore } from './store/codes.ts';
import { type ConsentStore, consentStore } from './store/consents.ts';
import type { Database } from './store/database.ts';
import { forgetParts, removeDemo } from './store/demo-removal.ts';
import { type ErasureStore, erasureStore, everyPid } from './store/erasures.ts';
import { type FormStore, formStore } from './store/forms.ts';
import { type HelplineStore, helplineStore } from './store/helplines.ts';
import { type IdentityStore, identityStore } from './store/identities.ts';
import { identityVault } from './store/identity-vault.ts';
import { type ImportStore, importStore } from './store/imports.ts';
import { type InvitationStore, invitationStore } from './store/invitations.ts';
import { type JobStore, jobStore } from './store/jobs.ts';
import { type LockStore, lockStore } from './store/locks.ts';
import { type NormStore, normStore } from './store/norms.ts';
import { type OidcFlowStore, oidcFlowStore } from './store/oidc-flows.ts';
import { type PanelStore, panelStore } from './store/panels.ts';
import { type PreparationStore, preparationStore } from './store/preparations.ts';
import { type PupilChangeStore, pupilChangeStore } from './store/pupil-changes.ts';
import { type PupilStore, pupilStore } from './store/pupils.ts';
import { type ReferralStore, referralStore } from './store/referrals.ts';
import { type ReleaseStore, releaseStore } from './store/releases.ts';
import { type RepeatStore, repeatStore } from './store/repeats.ts';
import { type RescoringStore, rescoringStore } from './store/rescorings.ts';
import { type ResultStore, resultStore } from './store/results.ts';
import { type RetentionStore, retentionStore } from './store/retention.ts';
import { type RollupStore, rollupStore } from './store/rollups.ts';
import { type RoundStore, roundStore } from './store/rounds.ts';
import { type SavedViewStore, savedViewStore } from './store/saved-views.ts';
import { type SecondFactorStore, secondFactorStore } from './store/second-factors.ts';
import { type SittingStore, sittingStore } from './store/sittings.ts';
import { type StaffStore, staffStore } from './store/staff.ts';
import { type StaffSessionStore, staffSessionStore } from './store/staff-sessions.ts';
import { type StudyStore, studyStore } from './store/studies.ts';
import { type TextReviewStore, textReviewStore } from './store/text-reviews.ts';
import { type TombstoneStore, tombstoneStore } from './store/tombstones.ts';
import { type StudyRunner, studyRunner } from './study-runner.ts';
import { type TextDesk, textDesk } from './text-desk.ts';
import { type Throttle, throttle, type WrongCodes, wrongCodes } from './throttle.ts';
import { type Totp, totp } from './totp.ts';

/** What an installation decides for itself. */
export type Policy = { secondFactor: 'optional' | 'required'; providers?: readonly OidcProvider[] };

/** Everything a handler may use. Time comes from here too, so that a test can move it. */
export type Container = {
  now(): Date;
  catalogue: CatalogueStore;
  staff: StaffStore;
  staffSessions: StaffSessionStore;
  secondFactors: SecondFactorStore;
  invitations: InvitationStore;
  totp: Totp;
  oidc: Oidc;
  oidcFlows: OidcFlowStore;
  policy: Policy;
  pupils: PupilStore;
  identities: IdentityStore;
  pupilChanges: PupilChangeStore;
  imports: ImportStore;
  locks: LockStore;
  tombstones: TombstoneStore;
  codes: CodeStore;
  campaignKeys: CampaignKeyStore;
  preparations: PreparationStore;
  consents: ConsentStore;
  cases: CaseStore;
  helplines: HelplineStore;
  savedViews: SavedViewStore;
  sittings: SittingStore;
  results: ResultStore;
  repeats: RepeatStore;
  norms: NormStore;
  texts: TextDesk;
  textReviews: TextReviewStore;
  forms: FormStore;
  rescorings: RescoringStore;
  publishedNorms: PublishedNorms;
  panels: PanelStore;
  publishedKeys: PublishedKeys;
  releases: ReleaseStore<Release>;
  rollups: RollupStore;
  /** What of these counts may leave, given what has left before; a solver's work, done beside the service. */
  disclose(counts: ReportCounts, earlier: readonly Release[], onProgress?: OnProgress): Promise<DisclosedReport>;
  press: PaperPress;
  /** Releases as they are asked for and as their time comes. */
  releaseDesk: ReleaseDesk;
  retention: RetentionStore;
  jobs: JobStore;
  erasures: ErasureStore;
  rounds: RoundStore;
  referrals: ReferralStore;
  alliance: AllianceStore;
  audit: AuditStore;
  studies: StudyStore;
  studyRunner: StudyRunner;
  readPilot: typeof readPilot;
  engineVersion: string;
  live: LiveRooms;
  instruments: InstrumentShelf;
  tokens: Tokens;
  /** Whom the service can ask whether somebody is the guardian; empty where nothing but the code is set up. */
  guardianProofs: GuardianProofs;
  passwords: Passwords;
  throttle: Throttle;
  wrongCode: WrongCodes;
  placement(of: Placed, id: string, actor: Actor): Promise<Placement | null>;
  /** Every id that a child of the database goes by, whichever collection still has it. */
  everyPid(): AsyncIterable<string>;
  /** Erases every child whose request is confirmed; what was cut short goes on. */
  finishErasures(now: Date): Promise<void>;
  /** Erases a child without a request: the end of a period, or a backup that brought them back. */
  eraseNow(pid: string, cause: 'retention' | 'replay', now: Date): Promise<void>;
  /** Takes away everything simulated. */
  removeDemo(): Promise<void>;
  /** Takes away what a cut-short making of these pupils left. */
  forgetParts(pids: readonly string[]): Promise<void>;
  /** Is everything here simulated? False while the database does not answer. */
  isDemo(): Promise<boolean>;
  isReady(): Promise<boolean>;
};

/** Wires the stores to one database and one set of secrets. */
export function makeContainer(
  database: Database,
  secrets: Secrets,
  now: () => Date = () => new Date(),
  policy: Policy = { secondFactor: 'optional' },
): Container {
  const { connection, db } = database;
  const catalogue = catalogueStore(connection);
  const pupils = pupilStore(db);
  const alliance = allianceStore(db);
  const rounds = roundStore(db);
  const referrals = referralStore(db, secrets.lookupKey);
  const staff = staffStore(connection);
  const vault = identityVault(secrets.masterKeys, secrets.lookupKey);
  const identities = identityStore(db, vault);
  const consents = consentStore(db);
  const sittings = sittingStore(db);
  const instruments = instrumentShelf();
  const norms = normStore(db);
  const panels = panelStore(db);
  const results = resultStore(db);
  const studies = studyStore(db);
  const ownNorms = publishedNorms(norms);
  const keys = publishedKeys(panels, instruments);
  const imports = importStore(db, vault);
  const tombstones = tombstoneStore(db, vault);
  const erasures = erasureStore(db);
  const rollups = rollupStore(db, async (id) => {
    const campaign = await catalogue.campaign(id);
    return campaign === null ? [] : measuresOf(instruments.version(campaign.instrument, campaign.instrumentVersion));
  });
  const erasing = { pupils, identities, sittings, tombstones, imports, erasures, rollups };
  const ledger = erasureLedger(secrets.ledgerFile);
  const stores: Container = {
    now,
    catalogue,
    pupils,
    staff,
    secondFactors: secondFactorStore(db, vault),
    invitations: invitationStore(db),
    totp: totp(),
    oidc: oidc(policy.providers ?? []),
    oidcFlows: oidcFlowStore(db),
    policy,
    staffSessions: staffSessionStore(db),
    identities,
    pupilChanges: pupilChangeStore(db, identities),
    imports,
    locks: lockStore(db, now),
    tombstones,
    codes: codeStore(db, secrets.codeKey),
    campaignKeys: campaignKeyStore(db, vault),
    preparations: preparationStore(db, vault),
    consents,
    cases: caseStore(db),
    helplines: helplineStore(db),
    savedViews: savedViewStore(db),
    sittings,
    results,
    repeats: repeatStore(db),
    norms,
    texts: textDesk(),
    textReviews: textReviewStore(db),
    forms: formStore(db),
    rescorings: rescoringStore(db),
    publishedNorms: ownNorms,
    panels,
    publishedKeys: keys,
    releases: releaseStore<Release>(db),
    rollups,
    disclose: discloseBeside,
    press: paperPress(),
    releaseDesk: releaseDesk(() => stores),
    erasures,
    retention: retentionStore(db),
    jobs: jobStore(db),
    everyPid: () => everyPid(db),
    ...erasers(erasing, ledger),
    studies,
    studyRunner: studyRunner({
      ...{ studies, results, sittings, instruments, catalogue, norms, panels, now },
      ...{ publishedKeys: keys, publishedNorms: ownNorms },
    }),
    readPilot,
    engineVersion: ENGINE_VERSION,
    rounds,
    referrals,
    alliance,
    audit: auditStore(db, secrets.auditKey),
    live: liveRooms(readRoom({ catalogue, pupils, identities, consents, sittings, instruments }), now),
    instruments,
    guardianProofs: new Map(),
    tokens: tokens(secrets.tokenKeys),
    passwords: passwords(),
    throttle: throttle(),
    wrongCode: wrongCodes(),
    placement: placements({ catalogue, pupils, alliance, rounds, referrals, staff }),
    removeDemo: () => removeDemo(db),
    forgetParts: (pids) => forgetParts(db, pids),
    isDemo: demoMark(catalogue),
    isReady: () =>
      database.ping().then(
        () => true,
        () => false,
      ),
  };
  return stores;
}

const markMs = 30_000;

/** Every campaign is simulated, and there is one; looked at again after half a minute. */
function demoMark({ campaigns }: CatalogueStore): () => Promise<boolean> {
  let known = { at: 0, demo: false };
  return async () => {
    if (Date.now() - known.at < markMs) return known.demo;
    const all = await campaigns({}).catch(() => []);
    known = { at: Date.now(), demo: all.length > 0 && all.every(({ demo }) => demo) };
    return known.demo;
  };
}
