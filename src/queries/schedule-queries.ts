import { queryOptions } from '@tanstack/react-query';
import { earliest, specialityNames } from '#contract/earliest.ts';
import { clinics, doctors, slots, specialities } from '#contract/slot.ts';
import type { CalendarDay } from '#contract/time.ts';
import { portal } from './portal-client.ts';
import { askedBy } from './watched.ts';

/** Clinics and doctors change seldom, free times all the time. */
const seldomMs = 5 * 60_000;

export interface SlotsWanted {
  readonly person: string;
  readonly clinic: string;
  readonly doctor: string;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

export interface EarliestWanted {
  readonly person: string;
  readonly speciality: string | undefined;
  readonly name: string | undefined;
  readonly clinic: string | undefined;
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
  /** The names of all specialities, over all clinics. */
  specialityNames: (person: string) =>
    queryOptions({
      queryKey: [...scheduleQueries.all(), 'speciality-names', person],
      queryFn: ({ signal }) =>
        portal.get({ path: '/api/specialities', schema: specialityNames, search: { person }, signal }),
      staleTime: seldomMs,
    }),
  /** The earliest free times over all clinics. */
  earliest: (wanted: EarliestWanted) =>
    queryOptions({
      queryKey: [...scheduleQueries.all(), 'earliest', wanted],
      queryFn: ({ signal, meta }) =>
        portal.get({
          path: '/api/earliest',
          schema: earliest,
          search: { ...wanted },
          signal,
          ...askedBy(meta),
        }),
      staleTime: 0,
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
      queryFn: ({ signal, meta }) =>
        portal.get({
          path: '/api/slots',
          schema: slots,
          search: { person, clinic, doctor, from, to },
          signal,
          ...askedBy(meta),
        }),
      staleTime: 0,
    }),
};
