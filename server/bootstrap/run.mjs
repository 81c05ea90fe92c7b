import { spawn } from 'node:child_process';

const keptBytes = 100_000;

const children = new Set();

/** Ends what `run` has begun and not finished, e.g. when a person has thought better of it. */
export function stopChildren() {
  for (const child of children) child.kill('SIGTERM');
}

/**
 * Runs a program to its end and keeps the end of what it said. A program that is absent or out of time is no exception:
 * its `code` is null.
 * @returns {Promise<{ code: number | null, output: string }>}
 */
export function run(command, args, { cwd, env, timeoutMs, stream } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: env ?? process.env, stdio: ['ignore', 'pipe', 'pipe'] });
    children.add(child);
    const timer = timeoutMs ? setTimeout(() => child.kill('SIGKILL'), timeoutMs) : undefined;
    let output = '';
    for (const pipe of [child.stdout, child.stderr]) {
      pipe.setEncoding('utf8').on('data', (text) => {
        stream?.write(text);
        output = (output + text).slice(-keptBytes);
      });
    }
    const end = (code) => {
      clearTimeout(timer);
      children.delete(child);
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += error.message;
      end(null);
    });
    child.on('close', end);
  });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what colours begin with
const colour = /\u001b\[[0-9;]*m/g;
const isTrace = (line) => /^\s+at \S.*:\d+:\d+\)?( \{)?$/.test(line);

/** The last lines of a program's output, indented, for a person to read: no colours, no stack trace. */
export const lastLines = (output, count = 12) =>
  output
    .replace(colour, '')
    .trimEnd()
    .split('\n')
    .filter((line) => !isTrace(line))
    .slice(-count)
    .map((line) => `    ${line}`);
