import type { FastifyReply } from 'fastify';
import type { Deps } from '#server/deps.ts';
import { PortalFailure } from '#server/operations/portal-failure.ts';

const minuteMs = 60_000;

/** Counts one more within a minute of all instances; throws `portal.too-many-requests` past `most`, with the seconds to wait. */
export async function limitPerMinute(
  counts: Deps['counts'],
  { name, most }: { name: string; most: number },
  reply: FastifyReply,
  now: Date,
): Promise<void> {
  const { times, endsAt } = await counts.count(name, minuteMs, now);
  if (times <= most) return;
  void reply.header('retry-after', Math.max(1, Math.ceil((endsAt.getTime() - now.getTime()) / 1_000)));
  throw new PortalFailure('portal.too-many-requests');
}
