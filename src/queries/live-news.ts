import { ownAccount } from './own-account.ts';

const name = 'talon-live';
const news = 'operation';
const openAgainMs = 10_000;

/**
 * Calls back whenever an operation of somebody's that this session acts for stands otherwise than before. One tab of the browser
 * holds the line to the portal (a browser has few of them) and tells the others; when it closes, another takes it over.
 * Returns how to stop.
 */
export function hearNews(onNews: () => void): () => void {
  const over = new AbortController();
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === news) onNews();
  };
  const hold = () =>
    listen(over.signal, () => {
      // What was on its way when the line was closed is nobody's here any more.
      if (over.signal.aborted) return;
      channel.postMessage(news);
      onNews();
    });
  // Stopped while waiting for the line, or not let to hold one: open outcomes are asked for all the same.
  navigator.locks.request(name, { signal: over.signal }, hold).catch(() => undefined);
  return () => {
    over.abort();
    channel.close();
  };
}

/** Keeps the line until it is told to stop. What was said while it was lost is asked for once it is back. */
const listen = (stop: AbortSignal, onNews: () => void): Promise<void> =>
  new Promise((done) => {
    // The line may be given just as it is not wanted any more: kept then, it would be kept from every other tab for good.
    if (stop.aborted) return done();
    let again: ReturnType<typeof setTimeout> | undefined;
    let line = open(false);
    stop.addEventListener('abort', () => {
      clearTimeout(again);
      line.close();
      done();
    });

    function open(wasLost: boolean): EventSource {
      const opened = new EventSource(`/api/events?account=${ownAccount() ?? ''}`);
      let isBack = wasLost;
      opened.addEventListener(news, onNews);
      opened.onopen = () => {
        if (isBack) onNews();
      };
      opened.onerror = () => {
        isBack = true;
        // A lost connection is the browser's to mend; an answer that is no stream (a restart behind a proxy) ends it for good.
        if (opened.readyState !== EventSource.CLOSED) return;
        again = setTimeout(() => {
          line = open(true);
        }, openAgainMs);
      };
      return opened;
    }
  });
