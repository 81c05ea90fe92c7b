import { Advice } from './advice.mjs';
import { portProblem } from './port.mjs';

const largestPort = 65_535;

/** `HOST` and `PORT`, or 127.0.0.1 and 8080. @throws {Advice} when the port is no port */
export function listenAddress() {
  const host = process.env.HOST || '127.0.0.1';
  const port = Number(process.env.PORT || 8080);
  if (Number.isInteger(port) && port >= 0 && port <= largestPort) return { host, port };
  throw new Advice(
    `PORT=${process.env.PORT} is not a port. Give a number from 1 to ${largestPort}, or leave it out for 8080.`,
  );
}

/** Asked before anything long is begun. @throws {Advice} */
export async function requireFree({ host, port }) {
  const problem = await portProblem(port, host);
  if (problem !== null) throw cannotListen({ host, port }, problem);
}

/** What to do when an address cannot be listened on. */
export const cannotListen = ({ host, port }, code) =>
  new Advice(
    reasons[code]?.(host, port) ??
      `${host}:${port} cannot be listened on (${code}). Set HOST and PORT to an address of this machine.`,
  );

const reasons = {
  EADDRINUSE: (host, port) =>
    `Port ${port} of ${host} is taken by another program, perhaps by an Ustaz that already runs. Open ` +
    `http://${host}:${port} to see; end that program («ss -ltnp 'sport = :${port}'» names it) or take another port: ` +
    `PORT=${port + 1} npm start`,
  EACCES: (host, port) =>
    `Port ${port} of ${host} needs more rights than this user has. Take one above 1023, e.g. PORT=8080 npm start, and ` +
    'put a reverse proxy in front for 80 and 443.',
  EADDRNOTAVAIL: (host) =>
    `${host} is not an address of this machine. Set HOST=127.0.0.1 (this machine only) or HOST=0.0.0.0 (all networks).`,
};
