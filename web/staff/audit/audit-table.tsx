import type { AuditLine } from '../../../server/contract/audit.schema.ts';
import { formatInstant } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { roleWords } from '../session/role-words.ts';
import { auditWords } from './audit-words.ts';

/** Lines of the log as they are: nothing is folded, nothing is left out. */
export function AuditTable({ lines }: { lines: readonly AuditLine[] }) {
  return (
    <table class="cards-when-narrow">
      <thead>
        <tr>
          <th scope="col">{m.audit_at()}</th>
          <th scope="col">{m.audit_who()}</th>
          <th scope="col">{m.audit_what()}</th>
          <th scope="col">{m.audit_whom()}</th>
          <th scope="col">{m.audit_request()}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ seq, at, actor, role, action, target, requestId }) => (
          <tr key={seq}>
            <th scope="row" class="log-time">
              {formatInstant(at)}
            </th>
            <td data-label={m.audit_who()}>
              <span>
                {actor === role ? null : `${actor} `}
                <span class="small">{roleWords(role)}</span>
              </span>
            </td>
            <td data-label={m.audit_what()}>{auditWords(action)}</td>
            <td data-label={m.audit_whom()} class="code-like">
              {target}
            </td>
            <td data-label={m.audit_request()} class="code-like">
              {requestId}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
