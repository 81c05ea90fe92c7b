import type { Container } from '../container.ts';
import type { Assent, ConsentSummary } from '../contract/consent.schema.ts';
import { type ConsentEvent, consentState, isOpen, purposes } from '../domain/consent.ts';
import { wordingVersion } from '../domain/consent-wording.ts';
import { Problem } from '../domain/problem.ts';
import { Reply } from '../http/endpoint.ts';

/** Consent to the assessment is asked again after a year. */
const consentMs = 365 * 86_400_000;

type Recorded = Pick<ConsentEvent, 'pid' | 'party' | 'how' | 'recordedBy'> & { now: Date };

/** A new line of the log. Throws `wording-unknown` where the person saw a text that is no longer in force. */
export function consentEvent({ purpose, action, wording, language }: Assent, recorded: Recorded): ConsentEvent {
  if (wording !== wordingVersion[purpose]) throw new Problem('wording-unknown');
  const { now, ...who } = recorded;
  const expiresAt = action === 'given' ? new Date(now.getTime() + consentMs) : null;
  return { ...who, purpose, action, wording, language, at: now, expiresAt, signedBy: null };
}

/** Readings by name from outside the school; each left a line in the log when it happened. */
const namings = ['candidate.name', 'referral.name', 'referral.letter'];

async function receivedOf(stores: Container, pid: string): Promise<ConsentSummary['received']> {
  const lines = await stores.audit.about(pid, namings);
  const outside = lines.flatMap((line) => {
    const purpose = purposes.find((one) => one === line.role);
    return purpose === undefined || purpose === 'assessment' ? [] : [{ line, purpose }];
  });
  const names = await stores.staff.names([...new Set(outside.map(({ line }) => line.actor))]);
  return outside
    .map(({ line, purpose }) => ({ purpose, at: line.at.toISOString(), who: names.get(line.actor) ?? line.role }))
    .sort((a, b) => b.at.localeCompare(a.at))
    .slice(0, 200);
}

/** The log folded for now, with its lines; who recorded them by name. */
export async function summarise(stores: Container, pid: string, now: Date): Promise<Reply<ConsentSummary>> {
  const events = await stores.consents.of(pid);
  const names = await stores.staff.names([...new Set(events.map(({ recordedBy }) => recordedBy))]);
  const received = await receivedOf(stores, pid);
  const value: ConsentSummary = {
    received,
    purposes: purposes.map((purpose) => ({
      purpose,
      guardian: consentState(events, purpose, 'guardian', now),
      pupil: consentState(events, purpose, 'pupil', now),
      open: isOpen(events, purpose, now),
    })),
    events: events.slice(-200).map((event) => ({
      purpose: event.purpose,
      party: event.party,
      action: event.action,
      at: event.at.toISOString(),
      how: event.how,
      ...(event.knownBy === undefined ? {} : { knownBy: event.knownBy }),
      recordedBy: names.get(event.recordedBy) ?? event.recordedBy,
      wording: event.wording,
      language: event.language,
    })),
  };
  return new Reply(value, { auditTarget: pid });
}
