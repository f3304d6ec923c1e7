-- The sandbox's whole state. Every row belongs to a world; a world is a copy of the seed.
create table if not exists worlds (
  world text primary key,
  seeded_on date not null,
  clock timestamptz
);

create table if not exists clinics (
  world text not null, guid uuid not null, name text not null, address text not null, phone text not null,
  for_children boolean not null, online boolean not null, status_since timestamptz not null, has_schedule boolean not null,
  primary key (world, guid)
);

create table if not exists doctors (
  world text not null, guid uuid not null, clinic uuid not null, speciality text not null, speciality_name text not null,
  family text not null, given text not null, patronymic text not null, role text not null, room text not null, floor int not null,
  observed_only boolean not null default false,
  primary key (world, guid)
);

-- A schedule cell. Capacity is this table's business: never checked and then inserted.
create table if not exists cells (
  world text not null, guid uuid not null, doctor uuid not null, begins timestamptz not null, ends timestamptz not null,
  plan int not null, used int not null default 0, age_from int, age_to int, rights text not null,
  primary key (world, guid),
  check (used >= 0 and used <= plan)
);
create index if not exists cells_by_doctor on cells (world, doctor, begins);

create table if not exists tickets (
  world text not null, guid uuid not null, cell uuid not null, clinic uuid not null, card uuid not null, policy text not null,
  num text not null, made_at timestamptz not null, made_by text,
  lapses_at timestamptz, exam uuid, home_call uuid,
  primary key (world, guid)
);
create index if not exists tickets_by_policy on tickets (world, policy);

create table if not exists home_calls (
  world text not null, guid uuid not null, clinic uuid not null, card uuid not null, policy text not null, address text not null,
  called_for timestamptz not null, status int not null, status_at timestamptz, kind int not null, doctor text not null, doctor_role text not null,
  reason_code int, reason text,
  primary key (world, guid)
);

create table if not exists waiting_list (
  world text not null, guid uuid not null, clinic uuid not null, policy text not null, speciality text not null, doctor uuid, phone text,
  day_from date not null, day_to date not null, hour_from text not null, hour_to text not null, made_at timestamptz not null,
  primary key (world, guid)
);

create table if not exists connect_requests (
  world text not null, id int not null, order_id int not null, date_from date not null, status text not null,
  polls int not null default 0, primary key (world, id)
);
create table if not exists connect_offered_times (
  world text not null, request_id int not null, id text not null, begins timestamptz not null, ends timestamptz not null, time_offset text not null,
  primary key (world, request_id, id)
);
create table if not exists connect_appointments (
  world text not null, id int not null, request_id int not null, slot_id text not null, polls int not null default 0, status text not null,
  primary key (world, id), unique (world, request_id)
);
create sequence if not exists connect_ids start 300;

create table if not exists loop_slots (
  world text not null, id text not null, provider_id text not null, begins timestamptz not null, ends timestamptz not null, booked boolean not null,
  created_at timestamptz not null, primary key (world, id)
);
create table if not exists loop_visits (
  world text not null, id text not null, patient_id text not null, provider_id text not null, slot_id text not null, status text not null,
  visit_type text not null, reason text, notes text, cancelled_at timestamptz, cancel_reason text, created_at timestamptz not null, updated_at timestamptz not null,
  primary key (world, id)
);

-- What the sandbox was told to answer next.
create table if not exists scenarios (
  id bigserial primary key, world text not null, operation text not null, answer text not null, times int not null
);
alter table scenarios add column if not exists delay_ms int;
create table if not exists requests_seen (
  id bigserial primary key, world text not null, operation text not null, method text not null, path text not null, query jsonb not null,
  headers jsonb not null, body jsonb, seen_at timestamptz not null default now()
);
