import type { Earliest, EarliestOffer } from '#contract/earliest.ts';
import { clinicOffer } from '#contract/rules/clinic-offer.ts';
import { containsWords, plain, sameWords } from '#contract/rules/plain-words.ts';
import { placeDay } from '#contract/rules/place-day.ts';
import { slotOffer } from '#contract/rules/slot-offer.ts';
import type { Clinic, Doctor, Speciality } from '#contract/slot.ts';
import type { Patient } from '#server/upstreams/kit/patient.ts';
import type { Schedule } from '#server/upstreams/kit/ports.ts';
import { unreadableIn, type Rows } from '#server/upstreams/kit/rows.ts';
import { ReadFailure } from '#server/upstreams/kit/read-failure.ts';
import { atMost } from './at-most.ts';

/** What somebody knows of the doctor they need. */
export interface Wanted {
  /** By its name: a clinic's id of a speciality means nothing in another clinic. */
  readonly speciality?: string | undefined;
  /** A part of the doctor's name. */
  readonly name?: string | undefined;
  readonly clinic?: string | undefined;
}

interface Finding {
  readonly schedule: Schedule;
  readonly patient: Patient;
  readonly clock: () => Date;
}

/** Enough for an answer in good time, and no storm for the clinics' own servers. */
const atOnce = 4;
const daysAhead = 14;
const timesEach = 3;
const offersAtMost = 30;

/** No reading begins later than this: the rest is said to be missing, and the answer comes before the browser gives up. */
const budgetMs = 5_000;

const dayMs = 86_400_000;
/** Where a clinic does not say its offset: the network's own clock. */
const networkOffset = '+03:00';

/** Today by the clinic's own clock: a birthday begins at its midnight, not at that of UTC. */
const todayIn = ({ statusSince }: Clinic, now: Date) =>
  placeDay({ at: now.toISOString(), offset: statusSince?.offset ?? networkOffset });

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

/** Reads in turn, and remembers which clinics did not answer or were not asked in time. */
function reader({ clock }: Finding) {
  const inTurn = atMost(atOnce);
  const until = clock().getTime() + budgetMs;
  const missing = new Set<string>();
  /** Null where it is not known, which is not nothing. */
  const tryToRead = <T>(clinic: Clinic, task: () => Promise<Rows<T>>): Promise<readonly T[] | null> =>
    inTurn(async () => {
      if (clock().getTime() <= until)
        try {
          const rows = await task();
          if (unreadableIn(rows) > 0) missing.add(clinic.name);
          return rows;
        } catch (error) {
          if (!(error instanceof ReadFailure)) throw error;
        }
      missing.add(clinic.name);
      return null;
    });
  const read = async <T>(clinic: Clinic, task: () => Promise<Rows<T>>) =>
    (await tryToRead(clinic, task)) ?? [];
  return { read, tryToRead, missing };
}

const offeredClinics = async ({ schedule, patient, clock }: Finding) =>
  (await schedule.clinics(patient)).filter(
    (clinic) => clinicOffer(clinic, patient, todayIn(clinic, clock())).offered,
  );

/** The names of all specialities, each once. */
export async function specialityNames(finding: Finding) {
  const { read, missing } = reader(finding);
  const clinics = await offeredClinics(finding);
  const found = await Promise.all(
    clinics.map((clinic) => read(clinic, () => finding.schedule.specialities(finding.patient, clinic.id))),
  );
  const names = new Map(found.flat().map(({ name }) => [plain(name), name]));
  return {
    names: [...names.values()].toSorted((a, b) => a.localeCompare(b, 'ru')),
    missing: [...missing],
  };
}

/** The earliest free times for what is wanted, composed from what each clinic says of itself. One that is silent hides no other. */
export async function findEarliest(finding: Finding, wanted: Wanted): Promise<Earliest> {
  const { schedule, patient, clock } = finding;
  const { read, tryToRead, missing } = reader(finding);
  const now = clock();
  const [dateFrom, dateTo] = [dayOf(now.getTime() - dayMs), dayOf(now.getTime() + daysAhead * dayMs)];

  const freeTimes = async (clinic: Clinic, doctor: Doctor) => {
    // The clinic's own count spares a reading of every full schedule.
    if (doctor.freeTickets === 0) return [];
    const where = { clinicId: clinic.id, doctorId: doctor.id, dateFrom, dateTo };
    const slots = await tryToRead(clinic, () => schedule.slots(patient, where, now));
    if (!slots) return null;
    return slots
      .filter((slot) => slotOffer(slot, clinic, patient.birthDate).offered)
      .toSorted((a, b) => Date.parse(a.starts.at) - Date.parse(b.starts.at))
      .slice(0, timesEach);
  };
  const ofSpeciality = async (clinic: Clinic, speciality: Speciality): Promise<EarliestOffer[]> => {
    const doctors = await read(clinic, () => schedule.doctors(patient, clinic.id, speciality.id));
    const offers = await Promise.all(
      doctors
        .filter(({ name }) => wanted.name === undefined || containsWords(name, wanted.name))
        .map(async (doctor) => ({
          clinic: { id: clinic.id, name: clinic.name, address: clinic.address },
          speciality,
          doctor,
          slots: await freeTimes(clinic, doctor),
        })),
    );
    // A schedule that could not be read is no full one: its clinic is among the missing, and nothing is said of the doctor.
    return offers.flatMap(({ slots, ...offer }) => (slots ? [{ ...offer, slots }] : []));
  };
  const ofClinic = async (clinic: Clinic) => {
    const specialities = await read(clinic, () => schedule.specialities(patient, clinic.id));
    const { speciality: name } = wanted;
    const asked = specialities.filter((one) => name === undefined || sameWords(one.name, name));
    return (await Promise.all(asked.map((one) => ofSpeciality(clinic, one)))).flat();
  };

  const clinics = (await offeredClinics(finding)).filter(
    ({ id }) => wanted.clinic === undefined || wanted.clinic === id,
  );
  const offers = (await Promise.all(clinics.map(ofClinic))).flat();
  return {
    offers: offers.toSorted((a, b) => firstOf(a) - firstOf(b)).slice(0, offersAtMost),
    missing: [...missing],
    days: daysAhead,
  };
}

const firstOf = ({ slots: [first] }: EarliestOffer) => (first ? Date.parse(first.starts.at) : Infinity);
