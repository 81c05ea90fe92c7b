// openid-client: the certified client; code flow with PKCE, state and nonce, every check of the ID token.
import * as client from 'openid-client';
import { Problem } from './domain/problem.ts';
import { isLoopback, type OidcProvider } from './oidc-providers.ts';

/** What has to be the same when a person comes back. */
export type OidcSecrets = { state: string; nonce: string; verifier: string };
export type OidcPerson = { issuer: string; subject: string; email: string | null };

export type Oidc = ReturnType<typeof oidc>;

export function oidc(providers: readonly OidcProvider[]) {
  const found = new Map<string, Promise<client.Configuration>>();

  const configured = (provider: OidcProvider): Promise<client.Configuration> => {
    const known = found.get(provider.id) ?? discover(provider);
    found.set(provider.id, known);
    // A provider that was away is asked again next time.
    known.catch(() => found.delete(provider.id));
    return known;
  };
  const byId = (id: string): OidcProvider => {
    const provider = providers.find((one) => one.id === id);
    if (provider === undefined) throw new Problem('not-found');
    return provider;
  };

  return {
    providers,
    byId,
    /** Where to send a person, and what to keep until they are back. */
    async begin(id: string): Promise<{ url: string; secrets: OidcSecrets }> {
      const provider = byId(id);
      const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()];
      const configuration = await configured(provider).catch(refuse);
      const url = client.buildAuthorizationUrl(configuration, {
        redirect_uri: provider.redirectUri,
        scope: 'openid email',
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, secrets: { state, nonce, verifier } };
    },
    /** Who came back with this query; `oidc-refused` where anything about it is not right. */
    async finish(id: string, query: string, { state, nonce, verifier }: OidcSecrets): Promise<OidcPerson> {
      const provider = byId(id);
      const configuration = await configured(provider).catch(refuse);
      const address = new URL(provider.redirectUri);
      address.search = query;
      const checks = {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      };
      const tokens = await client.authorizationCodeGrant(configuration, address, checks).catch(refuse);
      const claims = tokens.claims();
      if (claims === undefined) throw new Problem('oidc-refused');
      const told =
        claims.email === undefined
          ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub).catch(refuse)
          : claims;
      const isVerified = told.email_verified === true && typeof told.email === 'string';
      return { issuer: claims.iss, subject: claims.sub, email: isVerified ? String(told.email) : null };
    },
  };
}

/** Why is for nobody but the provider's own log: a wrong state, an old code, a nonce of another visit. */
const refuse = (): never => {
  throw new Problem('oidc-refused');
};

function discover({ issuer, clientId, clientSecret }: OidcProvider): Promise<client.Configuration> {
  const address = new URL(issuer);
  const execute = isLoopback(address.hostname) ? [client.allowInsecureRequests] : [];
  return client.discovery(address, clientId, clientSecret, undefined, { execute, timeout: 5 });
}
