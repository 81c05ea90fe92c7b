import type { Cookie } from './endpoint.ts';

/** Cookies of a request by name; the first of a name counts. */
export function readCookies(header: string | undefined): Readonly<Record<string, string>> {
  const cookies: Record<string, string> = Object.create(null);
  for (const part of (header ?? '').slice(0, 8192).split(';')) {
    const at = part.indexOf('=');
    const name = part.slice(0, at).trim();
    if (at > 0 && cookies[name] === undefined) cookies[name] = part.slice(at + 1).trim();
  }
  return cookies;
}

/** HttpOnly and SameSite=Strict always; Secure wherever the browser speaks TLS with us. */
export function writeCookie({ name, value, path, maxAgeS }: Cookie, secure: boolean): string {
  return `${name}=${value}; Path=${path}; Max-Age=${maxAgeS}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
}
