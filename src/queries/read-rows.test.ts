import { expect, test, vi } from 'vitest';
import { readRows, rowsAtFirst } from './read-rows.ts';

const line = (id: number) => `${JSON.stringify({ id, name: 'Пётр' })}\n`;
const many = (count: number) => Array.from({ length: count }, (_, id) => line(id)).join('');
const idOf = (row: unknown) => (row as { id: number }).id;

/** An answer in pieces of so many bytes: a letter, too, may come in two of them. */
function inPieces(text: string, size: number, onCancel = () => undefined) {
  const bytes = new TextEncoder().encode(text);
  let at = 0;
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + size));
      at += size;
      return undefined;
    },
    cancel: onCancel,
  });
}

test.each([1, 7, 64, 100_000])('every row is read once, in pieces of %s bytes', async (size) => {
  const names = await readRows(
    inPieces(many(40), size),
    (row) => (row as { name: string }).name,
    () => undefined,
  );
  expect(names).toEqual(Array.from({ length: 40 }, () => 'Пётр'));
});

test('a last row without an end of line is a row', async () => {
  expect(await readRows(inPieces(many(2).trimEnd(), 5), idOf, () => undefined)).toEqual([0, 1]);
});

test('no rows are an answer too', async () => {
  expect(await readRows(inPieces('', 1), idOf, () => undefined)).toEqual([]);
});

test('the first rows are told once, before the others have come', async () => {
  const onBegun = vi.fn();
  let more: (rest: string) => void = () => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(new TextEncoder().encode(text));
      send(many(rowsAtFirst));
      more = (rest) => {
        send(rest);
        controller.close();
      };
    },
  });
  const read = readRows(body, idOf, onBegun);
  await vi.waitFor(() => expect(onBegun).toHaveBeenCalledTimes(1));
  expect(onBegun.mock.calls[0]?.[0]).toHaveLength(rowsAtFirst);
  more(line(99));
  expect(await read).toHaveLength(rowsAtFirst + 1);
  expect(onBegun).toHaveBeenCalledTimes(1);
  expect(onBegun.mock.calls[0]?.[0]).toHaveLength(rowsAtFirst);
});

test('a few rows have no beginning of their own', async () => {
  const onBegun = vi.fn();
  await readRows(inPieces(many(rowsAtFirst - 1), 50), idOf, onBegun);
  expect(onBegun).not.toHaveBeenCalled();
});

test('a row that cannot be read is a failure, and the rest is not waited for', async () => {
  const onCancel = vi.fn();
  await expect(
    readRows(inPieces(`${line(1)}{"id":\n${many(500)}`, 64, onCancel), idOf, () => undefined),
  ).rejects.toThrow();
  expect(onCancel).toHaveBeenCalled();
});
