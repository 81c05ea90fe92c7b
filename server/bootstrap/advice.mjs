/**
 * A failure we foresaw. Its message is one paragraph that says what happened and what to do; no stack trace is shown.
 * `details` are lines shown before it, e.g. the end of a child's output.
 */
export class Advice extends Error {
  constructor(message, details = []) {
    super(message);
    this.name = 'Advice';
    this.details = details;
  }
}

/** The lines that tell a person about a failure; a trace is given only where `USTAZ_DEBUG` asks for it. */
export function explain(error) {
  if (process.env.USTAZ_DEBUG) return [error.stack ?? String(error)];
  if (error instanceof Advice) return [...error.details, '', error.message];
  // The built command's own foreseen failures; it is another program to us, so they are known by this mark alone.
  if (error?.foreseen === true) return [error.message];
  if (error?.code === 'ENOENT' && typeof error.path === 'string') return [`There is no file ${error.path}`];
  const what = error instanceof Error ? error.message : String(error);
  return [`Unexpected failure: ${what}`, 'Run it again with USTAZ_DEBUG=1 to see where it happened.'];
}
