import type { OidcProvider } from './oidc-providers.ts';

/** What the environment may set, read once at boot; every bad variable is named, not only the first. */
export type Config = {
  mongoUri: string;
  secretsFile: string;
  host: string;
  port: number;
  /** Requests answered at once before the rest is turned away. */
  mostInFlight: number;
  trustProxy: boolean;
  checkReplies: boolean;
  logLevel: 'silent' | 'error' | 'warn' | 'info';
  /** Whether every member of staff but the demo's has to have a second factor; `required` unless told otherwise. */
  secondFactor?: 'optional' | 'required';
  /** Identity providers staff may sign in through. */
  providers?: readonly OidcProvider[];
  /** TLS of our own; absent where a proxy speaks it, or nobody does. */
  tls?: TlsFiles | null;
};

/** Files of the certificate. `authority`: a local authority's certificate, to be installed on the school's computers. */
export type TlsFiles = { certificate: string; key: string; authority: string | null; plainPort: number | null };

type Environment = Readonly<Record<string, string | undefined>>;

const secondFactors = ['optional', 'required'] as const;
const logLevels = ['silent', 'error', 'warn', 'info'] as const;

/** Reads the tunable part of the configuration. Throws one Error that lists everything wrong. */
export function readTuning(
  env: Environment,
): Pick<Config, 'mostInFlight' | 'trustProxy' | 'checkReplies' | 'logLevel' | 'secondFactor' | 'tls'> {
  const wrong: string[] = [];
  const mostInFlight = Number(env.USTAZ_MAX_IN_FLIGHT ?? '64');
  if (!Number.isInteger(mostInFlight) || mostInFlight < 1)
    wrong.push('USTAZ_MAX_IN_FLIGHT must be a whole number from 1');
  const trustProxy = flag(env, 'USTAZ_TRUST_PROXY', wrong);
  const checkReplies = flag(env, 'USTAZ_CHECK_REPLIES', wrong);
  const logLevel = logLevels.find((level) => level === (env.USTAZ_LOG ?? 'warn'));
  if (logLevel === undefined) wrong.push(`USTAZ_LOG must be one of ${logLevels.join(', ')}`);
  const secondFactor = secondFactors.find((one) => one === (env.USTAZ_SECOND_FACTOR ?? 'required'));
  if (secondFactor === undefined) wrong.push(`USTAZ_SECOND_FACTOR must be one of ${secondFactors.join(', ')}`);
  const tls = tlsFiles(env, wrong);
  if (wrong.length > 0) throw new Error(`Configuration: ${wrong.join('; ')}.`);
  return {
    mostInFlight,
    trustProxy,
    checkReplies,
    logLevel: logLevel ?? 'warn',
    secondFactor: secondFactor ?? 'required',
    tls,
  };
}

function flag(env: Environment, name: string, wrong: string[]): boolean {
  const value = env[name] ?? '0';
  if (value !== '0' && value !== '1') wrong.push(`${name} must be 0 or 1`);
  return value === '1';
}

function tlsFiles(env: Environment, wrong: string[]): TlsFiles | null {
  const { USTAZ_TLS_CERT: certificate, USTAZ_TLS_KEY: key, USTAZ_TLS_CA: authority, USTAZ_TLS_PLAIN_PORT: port } = env;
  if (certificate === undefined && key === undefined) return null;
  if (certificate === undefined || key === undefined) {
    wrong.push('USTAZ_TLS_CERT and USTAZ_TLS_KEY go together');
    return null;
  }
  const plainPort = port === undefined ? null : Number(port);
  if (plainPort !== null && (!Number.isInteger(plainPort) || plainPort < 0 || plainPort > 65_535))
    wrong.push('USTAZ_TLS_PLAIN_PORT must be a port');
  return { certificate, key, authority: authority ?? null, plainPort };
}
