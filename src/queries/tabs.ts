/** Says something to the other tabs of this browser. */
export function tellTabs(channelName: string, said: string | null = null): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(said);
  channel.close();
}

/** Calls back with what another tab says. Returns how to stop listening. */
export function hearTabs(channelName: string, onSaid: (said: unknown) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => onSaid(data);
  return () => channel.close();
}
