import { queryOptions } from '@tanstack/react-query';
import { clinics, doctors, slots, specialities } from '#contract/slot.ts';
import type { CalendarDay } from '#contract/time.ts';
import { portal } from './portal-client.ts';

/** Clinics and doctors change seldom, free times all the time. */
const seldomMs = 5 * 60_000;

export interface SlotsWanted {
  readonly person: string;
  readonly clinic: string;
  readonly doctor: string;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

const path = (clinic: string, what: string) => `/api/clinics/${encodeURIComponent(clinic)}/${what}`;

export const scheduleQueries = {
  all: () => ['schedule'] as const,
  clinics: (person: string) =>
    queryOptions({
      queryKey: [...scheduleQueries.all(), 'clinics', person],
      queryFn: ({ signal }) =>
        portal.get({ path: '/api/clinics', schema: clinics, search: { person }, signal }),
      staleTime: seldomMs,
    }),
  specialities: (person: string, clinic: string) =>
    queryOptions({
      queryKey: [...scheduleQueries.all(), 'specialities', person, clinic],
      queryFn: ({ signal }) =>
        portal.get({ path: path(clinic, 'specialities'), schema: specialities, search: { person }, signal }),
      staleTime: seldomMs,
    }),
  doctors: (person: string, clinic: string, speciality: string) =>
    queryOptions({
      queryKey: [...scheduleQueries.all(), 'doctors', person, clinic, speciality],
      queryFn: ({ signal }) =>
        portal.get({
          path: path(clinic, 'doctors'),
          schema: doctors,
          search: { person, speciality },
          signal,
        }),
      staleTime: seldomMs,
    }),
  /** From one day to another, both included. */
  slots: ({ person, clinic, doctor, from, to }: SlotsWanted) =>
    queryOptions({
      queryKey: [...scheduleQueries.all(), 'slots', person, clinic, doctor, from, to],
      queryFn: ({ signal }) =>
        portal.get({
          path: '/api/slots',
          schema: slots,
          search: { person, clinic, doctor, from, to },
          signal,
        }),
      staleTime: 0,
    }),
};
