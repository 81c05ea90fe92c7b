import { shape } from '../../contract/shape.ts';
import {
  type AcceptInvitation,
  acceptInvitation,
  type InvitationSecret,
  type Invited,
  invitationSecret,
  invited,
} from '../../contract/staff.schema.ts';
import { Problem } from '../../domain/problem.ts';
import { checkPassword } from '../../domain/staff-rules.ts';
import { endpoint, Reply } from '../../http/endpoint.ts';

export const readInvitation = endpoint({
  method: 'post',
  path: '/api/invitations/reading',
  summary: 'Whom a one-time link is for',
  permission: 'anyone',
  scope: 'none',
  body: shape<InvitationSecret>(invitationSecret),
  bodyLimit: 1024,
  reply: shape<Invited>(invited),
  audit: null,
  async handle(stores, { body, now }) {
    const found = await stores.invitations.find(body.secret, now);
    const account = found === null ? null : await stores.staff.byId(found.staff);
    if (found === null || account === null || account.disabledAt !== null) throw new Problem('invitation-over');
    return { name: account.name, email: account.email, expiresAt: found.expiresAt.toISOString() };
  },
});

export const useInvitation = endpoint({
  method: 'post',
  path: '/api/invitations/acceptance',
  summary: 'Set the password, once; sessions under an earlier one end',
  permission: 'anyone',
  scope: 'none',
  body: shape<AcceptInvitation>(acceptInvitation),
  bodyLimit: 2048,
  reply: null,
  audit: { action: 'staff.password', target: 'self' },
  async handle(stores, { body, now }) {
    const found = await stores.invitations.find(body.secret, now);
    const account = found === null ? null : await stores.staff.byId(found.staff);
    if (account === null || account.disabledAt !== null) throw new Problem('invitation-over');
    checkPassword(body.password, account.email);
    const passwordHash = await stores.passwords.hash(body.password);
    if ((await stores.invitations.take(body.secret, now)) === null) throw new Problem('invitation-over');
    await stores.staff.change(account._id, { passwordHash });
    await stores.staffSessions.endAll(account._id, now);
    const auditActor = { actor: account._id, role: account.role };
    return new Reply(undefined, { auditTarget: account._id, auditActor });
  },
});
