import * as z from 'zod/mini';
import { problem, type Problem } from '#contract/operation.ts';

/** The server's own account of a failure; null when an answer is not one (a proxy's page, another version). */
export function readProblem(body: unknown): Problem | null {
  const parsed = z.safeParse(problem, body);
  return parsed.success ? parsed.data : null;
}
