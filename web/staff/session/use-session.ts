import { useEffect, useMemo, useReducer } from 'preact/hooks';
import { currentLanguage } from '../../i18n/locale.ts';
import { type Client, createClient } from '../../offline/api.ts';
import { Session } from './session.ts';
import { browserTabs } from './tabs.ts';

export type Connection = { session: Session; api: Client };

/** The one session of this page; whoever asks is drawn again when it changes. */
export function useSession(): Connection {
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const connection = useMemo(connect, []);
  useEffect(() => {
    const stop = connection.session.onChange(() => redraw(undefined));
    void connection.session.start();
    return stop;
  }, []);
  return connection;
}

function connect(): Connection {
  const session = new Session(createClient({ language: currentLanguage }), browserTabs());
  const api = createClient({ language: currentLanguage, token: session.token, renew: session.renew });
  return { session, api };
}
