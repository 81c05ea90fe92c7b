import { useState } from 'preact/hooks';
import type { AppealList } from '../../../server/contract/appeal.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import { Notice } from '../../ui/notice.tsx';
import { useLanguage } from '../../ui/use-language.ts';
import { Empty } from '../ui/empty.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { useGet } from '../ui/use-get.ts';
import { AppealCard } from './appeal-card.tsx';

/** «Which appeals wait for me?» */
export function AppealsPage() {
  useLanguage();
  const got = useGet<AppealList>('/api/appeals');
  const [isDone, setDone] = useState(false);
  return (
    <Page title={m.appeals_title()} lead={<p>{m.appeals_lead()}</p>}>
      {isDone ? (
        <Notice tone="good">
          <p>{m.appeals_done()}</p>
        </Notice>
      ) : null}
      <Loaded got={got} lines={6}>
        {({ appeals }) =>
          appeals.length === 0 ? (
            <Empty title={m.appeals_none()}>{m.appeals_none_next()}</Empty>
          ) : (
            <div class="stack wide-gap">
              {appeals.map((appeal) => (
                <AppealCard
                  key={appeal.pid}
                  appeal={appeal}
                  onAnswered={() => {
                    setDone(true);
                    got.reload();
                  }}
                />
              ))}
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}
