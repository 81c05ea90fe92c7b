import { type AuditPage, type AuditQuery, auditPage, auditQuery } from '../contract/audit.schema.ts';
import { shape } from '../contract/shape.ts';
import { endpoint } from '../http/endpoint.ts';

const mostLines = 100;

export const readAudit = endpoint({
  method: 'get',
  path: '/api/audit',
  summary: 'The log of who did what to whom, newest first, a hundred lines a page',
  permission: 'audit.read',
  scope: 'none',
  query: shape<AuditQuery>(auditQuery),
  reply: shape<AuditPage>(auditPage),
  audit: null,
  async handle(stores, { query }) {
    const [lines, total] = await Promise.all([stores.audit.page(query.before, mostLines), stores.audit.count()]);
    const names = await stores.staff.names([...new Set(lines.map(({ actor }) => actor))]);
    return {
      total,
      lines: lines.map(({ _id, at, actor, role, action, target, requestId }) => ({
        seq: _id,
        at: at.toISOString(),
        actor: names.get(actor) ?? actor,
        role,
        action,
        target,
        requestId,
      })),
    };
  },
});
