import type { GuardianHow } from './actor.ts';

export type ProofHow = Exclude<GuardianHow, 'own-code'>;

/**
 * Somebody whom the service asks whether the person at the page is the guardian: a telephone that the school has written
 * down, a state's identity service. How such a service is called stands behind this port; the log keeps which one it was.
 */
export type GuardianProof = {
  /** Begins for the guardian of this pupil: an address to go to, or null where a code comes to them. */
  begin(pid: string, now: Date): Promise<{ address: string | null }>;
  /** Whether what they brought back (a code, a ticket) proves it. */
  check(pid: string, answer: string, now: Date): Promise<boolean>;
};

export type GuardianProofs = Map<ProofHow, GuardianProof>;

const codeMs = 10 * 60_000;
const mostTries = 5;

export type PhoneDesk = {
  /** The number the school has written down for this pupil's guardian; null: none. */
  phoneOf(pid: string): Promise<string | null>;
  send(phone: string, code: string): Promise<void>;
  /** Whole number from 0 below `bound`, of cryptographic quality. */
  draw(bound: number): number;
};

/** A code of six digits to the guardian's own telephone: ten minutes, five tries, used once. Kept by one server in memory. */
export function phoneProof({ phoneOf, send, draw }: PhoneDesk): GuardianProof {
  const sent = new Map<string, { code: string; until: number; tries: number }>();
  return {
    async begin(pid, now) {
      const phone = await phoneOf(pid);
      // The same answer whether there is a number or not: whose telephone is known is nobody's to learn.
      if (phone !== null) {
        const code = String(draw(1_000_000)).padStart(6, '0');
        sent.set(pid, { code, until: now.getTime() + codeMs, tries: 0 });
        await send(phone, code);
      }
      return { address: null };
    },
    async check(pid, answer, now) {
      const waiting = sent.get(pid);
      if (waiting === undefined) return false;
      waiting.tries += 1;
      const isRight = waiting.code === answer.replace(/\s/g, '') && waiting.until > now.getTime();
      if (isRight || waiting.tries >= mostTries || waiting.until <= now.getTime()) sent.delete(pid);
      return isRight;
    },
  };
}
