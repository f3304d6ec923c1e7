import type { ChildProcess } from 'node:child_process';

export interface Part {
  readonly name: string;
  readonly child: ChildProcess;
  readonly ended: Promise<number>;
  readonly lastWords: () => string;
}

export const root: string;
export function startPart(
  name: string,
  entry: string,
  options?: { env?: Record<string, string>; watch?: boolean; show?: boolean },
): Part;
export function startServer(options?: { env?: Record<string, string> }): Part;
export function startNode(
  name: string,
  args: readonly string[],
  options?: { env?: Record<string, string>; show?: boolean },
): Part;
export function untilReady(part: Part, url: string, patienceMs?: number): Promise<void>;
export function stopAll(parts: readonly Part[]): Promise<void>;
