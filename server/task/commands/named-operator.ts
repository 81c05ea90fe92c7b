import { randomUUID } from 'node:crypto';
import type { Container } from '../../container.ts';
import { CommandProblem } from '../command-problem.ts';

/** The person in whose name something is decided at the terminal: an operator's account, by e-mail. */
export async function namedOperator({ staff }: Container, email: string): Promise<{ by: string; name: string }> {
  const account = await staff.byEmail(email);
  if (account === null || account.disabledAt !== null)
    throw new CommandProblem(`There is no account ${email}, or it was closed`);
  if (account.role !== 'operator')
    throw new CommandProblem(`${email} is no operator; only operators decide about norms and results`);
  return { by: account._id, name: account.name };
}

/** Leaves the line in the log that the page would have left. */
export async function tellAudit(
  { audit, now }: Container,
  person: { by: string },
  action: string,
  target: string,
): Promise<void> {
  await audit.append({
    at: now(),
    actor: person.by,
    role: 'operator',
    action,
    target,
    requestId: `terminal-${randomUUID()}`,
  });
}
