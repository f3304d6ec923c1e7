import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hearNews } from './live-news.ts';

class Line extends EventTarget {
  static open: Line[] = [];
  readyState = 1;
  constructor() {
    super();
    Line.open.push(this);
  }
  close() {
    this.readyState = 2;
    Line.open = Line.open.filter((line) => line !== this);
  }
}

/** The line is given when the test says so. */
let give: () => Promise<unknown>;
const onNews = vi.fn();

beforeEach(() => {
  Line.open = [];
  onNews.mockReset();
  vi.stubGlobal('EventSource', Line);
  vi.stubGlobal('navigator', {
    locks: {
      request: (_name: string, _options: object, hold: () => Promise<unknown>) =>
        new Promise((done) => {
          give = async () => done(await hold());
        }),
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

test('who holds the line hears the portal, and lets it go when told to stop', async () => {
  const stop = hearNews(onNews);
  const held = give();
  Line.open[0]?.dispatchEvent(new Event('operation'));
  expect(onNews).toHaveBeenCalledTimes(1);
  stop();
  await held;
  expect(Line.open).toEqual([]);
});

test('the line that comes too late is let go at once, for another tab to have', async () => {
  const stop = hearNews(onNews);
  stop();
  await give();
  expect(Line.open).toEqual([]);
});

test('who does not hold the line hears of it from the one who does', async () => {
  const stop = hearNews(onNews);
  const other = new BroadcastChannel('talon-live');
  other.postMessage('operation');
  await vi.waitFor(() => expect(onNews).toHaveBeenCalledTimes(1));
  other.close();
  stop();
});
