export type ServerEvent = { event: string; data: string };

/** Server-sent events as they arrive, from a body that is read by `fetch` (an EventSource could carry no token). */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += decoder.decode(value, { stream: true });
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const lines of events) yield toEvent(lines);
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

function toEvent(text: string): ServerEvent {
  const lines = text.split('\n');
  const of = (name: string) =>
    lines.filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1).trimStart());
  return { event: of('event')[0] ?? 'message', data: of('data').join('\n') };
}
