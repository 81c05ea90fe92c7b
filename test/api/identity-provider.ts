import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** What a provider says of a person; `emailVerified` false: anybody may have typed that address. */
export type ProviderPerson = { email: string; emailVerified: boolean };

export type IdentityProvider = { issuer: string; admit(redirectUri: string): void; close(): Promise<void> };

/** A real OpenID provider on loopback: it asks for consent, demands PKCE, and knows the people it is given. */
export async function startProvider(people: Readonly<Record<string, ProviderPerson>>): Promise<IdentityProvider> {
  let handle: ReturnType<Provider['callback']> | null = null;
  const server = createServer((request, response) => void handle?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  return {
    issuer,
    admit: (redirectUri) => {
      handle = makeProvider(issuer, redirectUri, people).callback();
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const makeProvider = (issuer: string, redirectUri: string, people: Readonly<Record<string, ProviderPerson>>) =>
  new Provider(issuer, {
    clients: [{ client_id: 'ustaz', client_secret: 'a secret of the test', redirect_uris: [redirectUri] }],
    cookies: { keys: ['a key of the test'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true } },
    findAccount: (_context, accountId) => ({
      accountId,
      claims: () => {
        const { email, emailVerified } = people[accountId] ?? { email: '', emailVerified: false };
        return { sub: accountId, email, email_verified: emailVerified };
      },
    }),
  });

/** Signs in at the provider as a browser would, form by form; gives the query it sends the person back with. */
export async function signInAtProvider(url: string, login: string): Promise<string> {
  const jar = new Map<string, string>();
  const ask = async (address: string, form?: Record<string, string>) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    return response;
  };
  const home = new URL(url).origin;
  let address = url;
  for (let step = 0; step < 12; step += 1) {
    const response = await ask(address);
    const next = response.headers.get('location');
    if (next !== null) {
      const target = new URL(next, address);
      if (target.origin !== home) return target.search;
      address = target.href;
      continue;
    }
    const page = await response.text();
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
    const sent = await ask(address, { prompt, login, password: 'any' });
    address = new URL(sent.headers.get('location') ?? home, address).href;
  }
  throw new Error('the provider never sent anyone back');
}
