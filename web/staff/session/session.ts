import type { StaffMe, StaffSession } from '../../../server/contract/session.schema.ts';
import type { Client } from '../../offline/api.ts';
import { asFailure } from '../../offline/failure.ts';
import { personOf, type SessionState } from './session-state.ts';
import type { Tabs } from './tabs.ts';

const path = '/api/staff-sessions';

/**
 * The session of a member of staff. The access token lives in this object only; a reload gets a new one through the
 * httpOnly cookie. When the session runs out in mid-work, calls wait until the same person has signed in again.
 * `bare`: a client without a token.
 */
export class Session {
  readonly #bare: Client;
  readonly #tabs: Tabs;
  readonly #listeners = new Set<() => void>();
  #state: SessionState = { kind: 'starting' };
  #token: string | null = null;
  #renewing: Promise<boolean> | null = null;
  #waiting: ((isBack: boolean) => void)[] = [];

  constructor(bare: Client, tabs: Tabs) {
    this.#bare = bare;
    this.#tabs = tabs;
    tabs.onLeft(() => this.#leave(true));
  }

  state = (): SessionState => this.#state;
  token = (): string | null => this.#token;

  /** Calls `listener` after each change; the returned function stops it. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tries the cookie that an earlier page may have left. */
  async start(): Promise<void> {
    try {
      this.#accept(await this.#refresh());
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (failure.status === 401) this.#leave(false);
      else this.#become({ kind: 'unreachable', failure });
    }
  }

  /** Rejects with `ApiFailure` where the e-mail and password do not match or there were too many tries. */
  async signIn(email: string, password: string, code?: string): Promise<void> {
    const body = { email, password, ...(code === undefined ? {} : { code }) };
    this.#accept(await this.#bare.send<StaffSession>('POST', path, body));
  }

  /** With what an identity provider sent back. Rejects with `ApiFailure` where the service does not take it. */
  async signInVia(query: string, code?: string): Promise<void> {
    const body = { query, ...(code === undefined ? {} : { code }) };
    this.#accept(await this.#bare.send<StaffSession>('POST', `${path}/oidc`, body));
  }

  /** Signs out here or everywhere, with `api` because that call needs the token; then this page forgets all. */
  async signOut(api: Client, where: 'here' | 'everywhere'): Promise<void> {
    await api.send('DELETE', where === 'here' ? `${path}/current` : path);
    this.#leave(true);
    this.#tabs.tellLeft();
  }

  /** Leaves the sign-in form that stands over an interrupted page: what was typed there is gone. */
  giveUp = (): void => this.#leave(true);

  /** For the client: a new token after a 401. True where the call is worth repeating. */
  renew = (): Promise<boolean> => {
    this.#renewing ??= this.#renew().finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  };

  async #renew(): Promise<boolean> {
    try {
      return this.#accept(await this.#refresh());
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (failure.status !== 401) throw failure;
      return this.#interrupt();
    }
  }

  #refresh = (): Promise<StaffSession> =>
    this.#tabs.inTurn(() => this.#bare.send<StaffSession>('POST', `${path}/refresh`, {}));

  #interrupt(): Promise<boolean> {
    const me = personOf(this.#state);
    if (me === null) return Promise.resolve(false);
    this.#token = null;
    this.#become({ kind: 'interrupted', me });
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** @returns whether it is still the same person */
  #accept({ accessToken, me }: StaffSession): boolean {
    const before: StaffMe | null = personOf(this.#state);
    const isSame = before === null || before.id === me.id;
    this.#token = accessToken;
    this.#become({ kind: 'signed-in', me });
    this.#release(isSame);
    return isSame;
  }

  #leave(afterLeaving: boolean): void {
    this.#token = null;
    this.#become({ kind: 'signed-out', afterLeaving });
    this.#release(false);
  }

  #release(isBack: boolean): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve(isBack);
  }

  #become(state: SessionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
