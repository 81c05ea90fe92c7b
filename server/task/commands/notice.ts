/** A line for the person at the terminal. */
export const notice = (line: string): void => void process.stderr.write(`${line}\n`);
