import { misTime } from './mis-time.ts';

export type ClinicRow = {
  guid: string;
  name: string;
  address: string;
  phone: string;
  for_children: boolean;
  online: boolean;
  status_since: Date;
  has_schedule: boolean;
};

/** LpuWithStatus, as seed 002 prints it. */
export const lpuWithStatus = (clinic: ClinicRow) => ({
  status: {
    name: clinic.online ? 'Online' : 'Offline',
    lastChangeTime: misTime(clinic.status_since),
    ping: clinic.online ? 9 : 0,
  },
  guid: clinic.guid,
  name: clinic.name,
  ferName: clinic.name,
  address: clinic.address,
  type: ['lpu'],
  phone: clinic.phone,
  mcod: '330501',
  fullName: `ГБУЗ «${clinic.name}»`,
  fcod: '503305',
  stLpu: true,
  hostID: 209,
  isChildrenPolyclinic: clinic.for_children,
  isCallDoctor: true,
  isWaitingList: true,
  isDisp: true,
  isActive: true,
  haveSchedule: clinic.has_schedule,
  parent: { guid: clinic.guid, name: clinic.name },
  postIndex: '142600',
  ratings: null,
  addressDetail: { postcode: '142600', settlement: '', street: '', building: '', house: '' },
  worktimes: {
    monday: '8:00 - 18:00',
    tuesday: '8:00 - 18:00',
    wednesday: '8:00 - 18:00',
    thursday: '8:00 - 18:00',
    friday: '8:00 - 18:00',
    saturday: '9:00 - 14:00',
    sunday: '',
  },
  cityId: '2dr_geo_57074312',
  inn: '5000000000',
  kpp: '500000000',
  ogrn: '1000000000000',
  okato: '46243822001',
  lic: '1.2.643.5.1.13.3.25.50.293',
  management: '',
  photo: '',
  site: '',
  email: 'clinic@example.org',
  gps: '55.797093, 38.884107',
});

export type TicketRow = {
  guid: string;
  cell: string;
  num: string;
  made_at: Date;
  made_by: string | null;
  exam: string | null;
  home_call: string | null;
  lapses_at: Date | null;
  card: string;
  policy: string;
  begins: Date;
  ends: Date;
  plan: number;
  used: number;
  doctor: string;
  family: string;
  given: string;
  patronymic: string;
  role: string;
  room: string;
  floor: number;
  speciality: string;
  speciality_name: string;
};

/** TicketVisit with its clinic, flat. There is no status: a hold looks like a visit. */
export const ticketVisit = (ticket: TicketRow, clinic: ClinicRow) => ({
  lpu: lpuWithStatus(clinic),
  num: ticket.num,
  uchastokNum: '',
  room: ticket.room,
  flat: ticket.floor,
  busyType: { name: 'Приём', type: 1, code: '1' },
  ticketGuid: ticket.guid,
  timeTableGuid: ticket.cell,
  docFio: `${ticket.family} ${ticket.given} ${ticket.patronymic}`,
  docGuid: ticket.doctor,
  doctorRole: ticket.role,
  speciality: ticket.speciality_name,
  beginTime: misTime(ticket.begins),
  endTime: misTime(ticket.ends),
  dateOfAppointment: misTime(ticket.made_at),
  planCount: ticket.plan,
  usedCount: ticket.used,
  source: 0,
  login: ticket.made_by,
  sourceName: ticket.made_by === null ? 'Internet' : 'Registry',
  dispExamGuid: ticket.exam,
  history: [
    {
      element: 'Запись создана',
      elementGuid: '00000000-0000-0000-0000-000000000000',
      oldValue: '',
      newValue: '',
      editor: ticket.made_by ?? '',
      date: misTime(ticket.made_at),
      client: { mnem: 'Internet', name: 'Интернет', description: '' },
    },
  ],
});
