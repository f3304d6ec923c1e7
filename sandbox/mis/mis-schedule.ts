import type { Queries } from '../store/store.ts';
import { misDay, misTime } from './mis-time.ts';

type DoctorRow = {
  guid: string;
  family: string;
  given: string;
  patronymic: string;
  role: string;
  room: string;
  speciality: string;
  speciality_name: string;
};

/** A doctor of a clinic and days, both inclusive. */
interface Range {
  readonly lpu: string;
  readonly doctorGuid: string;
  readonly dateFrom: string;
  readonly dateTo: string;
}

/** The speciality picker of a clinic. */
export async function departments(db: Queries, world: string, clinic: string) {
  const items = await db.query<{ id: string; title: string; volume: number }>(
    `select d.speciality as id, d.speciality_name as title, count(distinct d.guid)::int as volume from doctors d
     where d.world = $1 and d.clinic = $2 group by 1, 2 order by 2`,
    [world, clinic],
  );
  return {
    code: 200,
    message: '',
    success: true,
    items: items.map((item) => ({ ...item, code: item.id, isWaitingList: false })),
  };
}

/** Doctors of a speciality with a summary of their days; camelCase and snake_case mixed, `surname` is the patronymic. */
export async function doctors(
  db: Queries,
  world: string,
  clinic: string,
  speciality: string,
  now: Date,
  days: number,
) {
  const rows = await db.query<DoctorRow>(
    'select * from doctors where world = $1 and clinic = $2 and speciality = $3 order by family',
    [world, clinic, speciality],
  );
  const cells = await db.query<{ doctor: string; begins: Date; ends: Date; plan: number; used: number }>(
    'select doctor, begins, ends, plan, used from cells where world = $1 and doctor = any($2::uuid[]) and begins > $3 and begins < $4 order by begins',
    [world, rows.map(({ guid }) => guid), now, new Date(now.getTime() + days * 86_400_000)],
  );
  const summary = (guid: string) => {
    const byDay = groupByDay(cells.filter(({ doctor }) => doctor === guid));
    return [...byDay].map(([date, ofDay]) => ({
      date,
      time_from: misTime(ofDay[0]?.begins ?? now).slice(11, 16),
      time_to: misTime(ofDay.at(-1)?.ends ?? now).slice(11, 16),
      count_tickets: ofDay.reduce((sum, { plan, used }) => sum + plan - used, 0),
      docBusyType: { name: 'Приём', type: 1, code: '1' },
    }));
  };
  return {
    items: [
      {
        lpu_code: '330501',
        uchastok: null,
        doctors: rows.map((row) => ({
          id: row.guid,
          displayName: `${row.family} ${row.given} ${row.patronymic}`,
          family: row.family,
          name: row.given,
          surname: row.patronymic,
          position: row.role,
          positionCode: row.speciality,
          department: row.speciality_name,
          room: row.room,
          lpu_code: '330501',
          type: 1,
          type_name: 'doctor',
          isWaitingList: false,
          isSpecial: false,
          schedule: summary(row.guid),
        })),
      },
    ],
  };
}

function groupByDay<T extends { begins: Date }>(cells: readonly T[]): Map<string, T[]> {
  const days = new Map<string, T[]>();
  for (const cell of cells) {
    const day = misDay(cell.begins);
    days.set(day, [...(days.get(day) ?? []), cell]);
  }
  return days;
}

/** ExtendedSlot of every cell in the range. */
export async function schedule(
  db: Queries,
  world: string,
  { lpu, doctorGuid, dateFrom, dateTo }: Range,
  now: Date,
) {
  const cells = await db.query<{
    guid: string;
    doctor: string;
    begins: Date;
    ends: Date;
    plan: number;
    used: number;
    age_from: number | null;
    age_to: number | null;
    rights: string;
  }>(
    `select c.* from cells c join doctors d on d.world = c.world and d.guid = c.doctor
     where c.world = $1 and d.clinic = $2 and d.guid = $3 and c.begins >= $4::timestamptz and c.begins < $5::timestamptz + interval '1 day'
     order by c.begins`,
    [world, lpu, doctorGuid, `${dateFrom}T00:00:00+03:00`, `${dateTo}T00:00:00+03:00`],
  );
  const status = ({ begins, used, plan, rights }: (typeof cells)[number]) => {
    if (begins <= now) return 'Expired';
    if (used >= plan) return 'Booked';
    return rights.includes('Internet') ? 'Available' : 'Unauthorized';
  };
  return cells.map((cell) => ({
    status: status(cell),
    flagAccess: cell.rights.replaceAll(',', ', '),
    opened: false,
    count: cell.plan,
    usedCount: cell.used,
    timeTableGuid: cell.guid,
    docGuid: cell.doctor,
    beginTime: misTime(cell.begins),
    endTime: misTime(cell.ends),
    busyType: { name: 'Приём', type: 1, code: '1' },
    ageFrom: cell.age_from,
    ageTo: cell.age_to,
  }));
}
