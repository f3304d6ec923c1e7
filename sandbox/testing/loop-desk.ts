import type { World } from './open-sandbox.ts';

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const credentials = {
  grant_type: 'client_credentials',
  client_id: 'talon-portal',
  client_secret: 'loop-sandbox-secret',
};

export interface Visit {
  readonly id: string;
  readonly patient_id: string;
  readonly slot_id: string;
  readonly status: string;
}

export interface Slot {
  readonly id: string;
  readonly start_time: string;
  readonly booked: boolean;
}

/** The questions that a portal asks Loop, in one world. */
export const loopDesk = (world: World) => ({
  exchange: (more: Record<string, string> = {}) =>
    world.ask<{ access_token: string; token_type: string; expires_in: number }>(
      'POST',
      '/loop/identity/v1/tokens',
      { headers: form, body: new URLSearchParams({ ...credentials, ...more }).toString() },
    ),

  async token(): Promise<string> {
    return (await this.exchange()).body.access_token;
  },

  visits: async (token: string, patient: string): Promise<readonly Visit[]> =>
    (
      await world.ask<{ visits: Visit[] }>(
        'GET',
        `/loop/v1/visits?brand_id=brand-talon&patient_id=${patient}`,
        { token },
      )
    ).body.visits,

  visit: (token: string, id: string) => world.ask<Visit>('GET', `/loop/v1/visits/${id}`, { token }),

  slot: async (token: string, provider: number, slot: number): Promise<Slot | undefined> =>
    (
      await world.ask<{ slots: Slot[] }>('GET', `/loop/v1/providers/provider-${provider}/slots`, { token })
    ).body.slots.find(({ id }) => id === `slot-${slot}`),

  cancel: (token: string, id: string, body?: object) =>
    world.ask<Visit>('POST', `/loop/v1/visits/${id}/cancel`, { token, ...(body ? { body } : {}) }),

  reschedule: (token: string, id: string, body: object) =>
    world.ask<Visit>('POST', `/loop/v1/visits/${id}/reschedule`, { token, body }),

  book: (token: string, body: object) => world.ask<Visit>('POST', '/loop/v1/visits', { token, body }),
});

export type LoopDesk = ReturnType<typeof loopDesk>;
