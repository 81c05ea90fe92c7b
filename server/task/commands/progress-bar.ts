import type { WriteStream } from 'node:tty';

const width = 30;
const everyMs = 200;

/** A bar on a terminal, a line every tenth elsewhere. */
export function progressBar(stream: WriteStream): (done: number, of: number) => void {
  let last = 0;
  let tenth = 0;
  return (done, of) => {
    if (!stream.isTTY) {
      if (Math.floor((done / of) * 10) === tenth) return;
      tenth = Math.floor((done / of) * 10);
      stream.write(`${done} of ${of}\n`);
      return;
    }
    if (done < of && Date.now() - last < everyMs) return;
    last = Date.now();
    const full = Math.round((done / of) * width);
    stream.write(`\r${'█'.repeat(full)}${'░'.repeat(width - full)} ${done}/${of}${done === of ? '\n' : ''}`);
  };
}
