import type { Queries } from '../store/store.ts';
import { clinicMidnight, day } from '../store/seed-region.ts';

/** Orders that Connect knows; which patient has which is not on its wire. */
export const connectOrders = [7001, 7002, 7003];

const offsetOfPlace = '+03:00';

/** The offered times of a request; the first time that `now` is given, a morning and an afternoon of three days are offered. */
export async function offerTimes(db: Queries, world: string, requestId: number, now: Date | null) {
  if (now) {
    const [row] = await db.query<{ date_from: string }>(
      'select date_from::text from connect_requests where world = $1 and id = $2',
      [world, requestId],
    );
    const first = Math.max(clinicMidnight(now) + day, clinicMidnight(row ? new Date(row.date_from) : now));
    const times = [0, 1, 2].flatMap((later) =>
      [9, 13].map((hour, index) => {
        const begins = first + later * day + hour * 3_600_000;
        return { id: `S${later}${index}`, begins: new Date(begins), ends: new Date(begins + 4 * 3_600_000) };
      }),
    );
    for (const { id, begins, ends } of times)
      await db.query(
        'insert into connect_offered_times (world, request_id, id, begins, ends, time_offset) values ($1, $2, $3, $4, $5, $6) on conflict do nothing',
        [world, requestId, id, begins, ends, offsetOfPlace],
      );
  }
  const rows = await db.query<{ id: string; begins: Date; ends: Date; time_offset: string }>(
    'select id, begins, ends, time_offset from connect_offered_times where world = $1 and request_id = $2 order by begins',
    [world, requestId],
  );
  return rows.map(({ id, begins, ends, time_offset }) => ({
    id,
    startTime: begins.toISOString(),
    endTime: ends.toISOString(),
    timezoneOffset: time_offset,
  }));
}
