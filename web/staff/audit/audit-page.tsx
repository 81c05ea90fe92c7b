import { useState } from 'preact/hooks';
import type { AuditPage as AuditPageReply } from '../../../server/contract/audit.schema.ts';
import { formatNumber } from '../../i18n/format.ts';
import { m } from '../../i18n/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { Empty } from '../ui/empty.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { useGet } from '../ui/use-get.ts';
import { AuditTable } from './audit-table.tsx';

/** «Who did what, to whom, and when?» A page of the log; newer and older ones beside it. */
export function AuditPage() {
  useLanguage();
  // The line before which each page begins; undefined: the newest.
  const [trail, setTrail] = useState<readonly (number | undefined)[]>([undefined]);
  const before = trail.at(-1);
  const got = useGet<AuditPageReply>(before === undefined ? '/api/audit' : `/api/audit?before=${before}`);
  return (
    <Page title={m.audit_title()} lead={<p>{m.audit_lead()}</p>}>
      <Loaded got={got} lines={12}>
        {({ lines, total }) => {
          const oldest = lines.at(-1)?.seq;
          return (
            <section class="sheet stack">
              {lines.length === 0 ? (
                <Empty title={m.audit_empty()}>{m.audit_empty_next()}</Empty>
              ) : (
                <>
                  <p class="small">{m.audit_total({ count: formatNumber(total) })}</p>
                  <AuditTable lines={lines} />
                </>
              )}
              <div class="row">
                {trail.length > 1 ? (
                  <Button look="quiet" busy={got.isLoading} onPress={() => setTrail(trail.slice(0, -1))}>
                    {m.audit_newer()}
                  </Button>
                ) : null}
                {oldest !== undefined && oldest > 1 ? (
                  <Button look="quiet" busy={got.isLoading} onPress={() => setTrail([...trail, oldest])}>
                    {m.audit_older()}
                  </Button>
                ) : null}
              </div>
            </section>
          );
        }}
      </Loaded>
    </Page>
  );
}
