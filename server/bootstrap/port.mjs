import { connect, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** Why a port cannot be listened on (`EADDRINUSE`, `EACCES` …), or null where it can. */
export function portProblem(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(error.code ?? error.message));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(null)));
  });
}

/** Like `portProblem`, but lets whoever is just leaving the port go first. */
export async function lastingPortProblem(port, host, waitMs) {
  const givesUpAt = Date.now() + waitMs;
  for (;;) {
    const problem = await portProblem(port, host);
    if (problem === null || Date.now() >= givesUpAt) return problem;
    await wait(100);
  }
}

/** The first free port from `first` on, on loopback. */
export async function freePort(first, tries = 200) {
  for (let port = first; port < first + tries; port += 1) {
    if ((await portProblem(port, '127.0.0.1')) === null) return port;
  }
  throw new Error(`no free port between ${first} and ${first + tries - 1}`);
}

/** Whether anything answers on a port of loopback. Asks as a client: to listen would be in the way of who starts there. */
export function isAnswering(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}
