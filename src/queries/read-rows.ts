/** How many rows are told before the others are there: more than a screen holds. */
export const rowsAtFirst = 24;
/** How long rows are read without letting the browser draw, in milliseconds. */
const sliceMs = 8;

/** Whatever else the page has to do comes first, where the browser can tell one thing from the other. */
const letDraw = () =>
  new Promise<void>((done) => {
    if ('scheduler' in globalThis) void scheduler.postTask(() => done(), { priority: 'background' });
    else setTimeout(done);
  });

/** Reads an answer of one JSON row a line as it arrives, and tells of the first rows at once. Rejects where one cannot be read. */
export async function readRows<T>(
  body: ReadableStream<Uint8Array>,
  parse: (row: unknown) => T,
  onBegun: (rows: readonly T[]) => void,
): Promise<T[]> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const rows: T[] = [];
  let unfinished = '';
  let drawnAt = performance.now();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const lines = (unfinished + decoder.decode(value, { stream: !done })).split('\n');
      unfinished = done ? '' : (lines.pop() ?? '');
      for (const line of lines.filter(Boolean)) {
        rows.push(parse(JSON.parse(line)));
        const isFirst = rows.length === rowsAtFirst;
        if (isFirst) onBegun([...rows]);
        if (!isFirst && performance.now() - drawnAt < sliceMs) continue;
        await letDraw();
        drawnAt = performance.now();
      }
      if (done) return rows;
    }
  } catch (error) {
    await reader.cancel().catch(() => undefined);
    throw error;
  }
}
