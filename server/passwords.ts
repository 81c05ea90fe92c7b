import { hash, verify } from '@node-rs/argon2';

/** argon2id, 19 MiB, 2 passes, one lane: an OWASP-approved setting, 11 ms here. */
const settings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashes run at once; more would only take memory and time from the pupils. */
const mostAtOnce = 4;

export type Passwords = ReturnType<typeof passwords>;

export function passwords() {
  const waiting: (() => void)[] = [];
  let running = 0;
  const limited = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
  // An unknown e-mail costs the same time as a wrong password.
  const nobody = limited(() => hash('nobody has this password', settings));

  return {
    hash: (password: string): Promise<string> => limited(() => hash(password, settings)),
    /** `stored` null: no such account; takes as long and is always false. */
    async matches(stored: string | null, password: string): Promise<boolean> {
      const against = stored ?? (await nobody);
      const same = await limited(() => verify(against, password).catch(() => false));
      return stored !== null && same;
    },
  };
}
