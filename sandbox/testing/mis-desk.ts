import { demoPeople } from '../people/people.ts';
import { doctors } from '../store/seed-region.ts';
import { monday, type World } from './open-sandbox.ts';

export interface Cell {
  readonly timeTableGuid: string;
  readonly status: string;
  readonly usedCount: number;
  readonly count: number;
  readonly beginTime: string;
}

/** A cell and the clinic that it is reserved at. */
interface Place {
  readonly clinic: string;
  readonly cell: string;
}

export interface Ticket {
  readonly ticketGuid: string;
  readonly timeTableGuid: string;
  readonly beginTime: string;
}

export interface Standard {
  readonly code: number;
  readonly message: string;
  readonly message_code?: string;
}

/** A whole refusal, to compare with: nothing else may stand in its body. */
export const refusal = (status: number, message_code: string | null, message: unknown) => ({
  status,
  body: { code: status, message, ...(message_code === null ? {} : { message_code }) },
});

export const said = ({ status, body }: { status: number; body: unknown }) => ({ status, body });

export const person = (accountId: string) => {
  const found = demoPeople(new Date(monday)).find((candidate) => candidate.accountId === accountId);
  if (!found) throw new Error(`nobody is called ${accountId}`);
  return found;
};

export const doctorCalled = (family: string) => {
  const found = doctors.find((doctor) => doctor.family === family);
  if (!found) throw new Error(`no doctor is called ${family}`);
  return found;
};

const json = { 'content-type': 'application/json' };

/** The questions that a portal asks the MIS, in one world. */
export const misDesk = (world: World) => ({
  token: async (kind: 'cod' | 'rpgu', accountId: string, card = 0): Promise<string> => {
    const { policy, birthDate, cards } = person(accountId);
    const query = new URLSearchParams({ Birthday: birthDate, n_pol: policy, mkab: cards[card] ?? '' });
    const reply = await world.ask<{ token: string }>('GET', `/mis/auth/${kind}/token?${query.toString()}`);
    return reply.body.token;
  },

  visits: async (token: string): Promise<Ticket[]> =>
    (await world.ask<Ticket[]>('GET', '/mis/visit?dateFrom=2026-10-01&dateTo=2026-12-31', { token })).body,

  cancelVisit: (token: string, clinic: string, ticketGuid: string, more: Record<string, string> = {}) =>
    world.ask<Standard | null>(
      'DELETE',
      `/mis/visit/${clinic}?${new URLSearchParams({ ticketGuid, ...more }).toString()}`,
      { token },
    ),

  cancelCall: (token: string, call: string, body?: object) =>
    world.ask<Standard>('DELETE', `/mis/api/v2/iemk/doctors/visit/${call}`, {
      token,
      headers: json,
      ...(body ? { body } : {}),
    }),

  reserve: (
    token: string,
    { clinic, cell }: Place,
    { ageCategory = 'ADULT', reserveTime = 10, fullResponse = true } = {},
  ) =>
    world.ask<Ticket & Standard>(
      'POST',
      `/mis/visit/${clinic}/reservation${fullResponse ? '' : '?fullResponse=false'}`,
      { token, body: { timeTable: cell, ageCategory, reserveTime } },
    ),

  confirm: (token: string, { clinic, cell }: Place) =>
    world.ask<Ticket & Standard>('POST', `/mis/api/v2/visit/${clinic}?timeTable=${cell}`, { token }),

  /** The cells of a doctor between two days, as the schedule shows them. */
  schedule: async (family: string, from = '2026-11-24', to = '2026-12-18'): Promise<Cell[]> => {
    const { clinic, guid } = doctorCalled(family);
    return (await world.ask<Cell[]>('GET', `/mis/lpu/${clinic}/doctor/${guid}/schedule/${from}/${to}`)).body;
  },

  /** The `step`th place of a doctor that anybody may take. */
  async freePlace(family: string, step = 0): Promise<Place> {
    const free = (await this.schedule(family)).filter(
      ({ status, usedCount }) => status === 'Available' && usedCount === 0,
    )[step];
    if (!free) throw new Error(`${family} has no free place`);
    return { clinic: doctorCalled(family).clinic, cell: free.timeTableGuid };
  },
});

export type MisDesk = ReturnType<typeof misDesk>;
