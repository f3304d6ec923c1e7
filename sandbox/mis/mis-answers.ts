import type { Answer } from '../scenarios/witness.ts';

/** The standard response of the MIS. */
export const standard = (status: number, code: string | null, message: string): Answer => ({
  status,
  body: { code: status, message, ...(code === null ? {} : { message_code: code }) },
});

/** Reads and writes of a clinic that does not answer (A15). */
export const clinicOffline = standard(500, null, 'МО недоступна');

/** Of the schedule and what leads to it. */
export const scheduleAnswers = { offline: clinicOffline } as const;

/** Of asking for a token; none has a documented code (A2). */
export const issueAnswers = {
  '400': standard(400, null, 'Не указаны обязательные параметры'),
  '404': standard(404, null, 'Пациент не найден'),
} as const;

export const tokenAnswers = {
  '5010': standard(403, '5010', "Запрос должен содержать 'Authorization: Bearer ...'"),
  '5008': standard(403, '5008', 'Токен некорректен'),
  '5009': standard(403, '5009', 'Подпись запроса некорректна'),
  '5007': standard(403, '5007', 'Время действия токена истекло'),
} as const;

const undocumented = {
  'unknown-code': standard(400, '4999', 'Приём граждан приостановлен распоряжением главного врача'),
};

export const cancelVisitAnswers = {
  ...tokenAnswers,
  ...undocumented,
  ...scheduleAnswers,
  '5068': standard(404, '5068', 'Запись на прием не найдена'),
  '4010': standard(400, '4010', 'Время приема уже прошло. Запись отменить невозможно.'),
  '4026': standard(400, '4026', 'Нельзя удалить запись на прием, так как она связана с вызовом на дом'),
  '4027': standard(
    400,
    '4027',
    'Нельзя удалить запись на прием, так как она является мероприятием диспансеризации',
  ),
  '4086': standard(400, '4086', 'Нельзя отменить запись на прием другого пациента'),
} as const;

export const couldNotCancel = (call: string, clinic: string) =>
  standard(500, '5023', `Не удалось отменить вызов ${call} в лпу ${clinic}`);

export const cancelCallAnswers = {
  ...tokenAnswers,
  ...undocumented,
  '5068': standard(404, '5068', 'Запись на прием не найдена'),
  '4021': standard(400, '4021', 'Время вызова уже прошло. Нельзя отменить прошедший вызов'),
  '4022': standard(400, '4022', 'Нельзя отменить неактивный вызов'),
  '4023': standard(400, '4023', 'Вызов на дом не принадлежит используемой медицинской карте'),
  /** The document's template, as it must not but may arrive. */
  '5023-unfilled': couldNotCancel('{callDoctorGuid}', '{lpuGuid}'),
  '415': { status: 415 },
  /** The document's sample spells the key so. */
  'misspelt-key': {
    status: 400,
    body: { code: 400, message: 'Нельзя отменить неактивный вызов', message_ode: '4022' },
  },
} as const;

/** Of the waiting list, whose page shows no answers: tokens as everywhere, and no code for what is wrong with a wish. */
export const waitAnswers = {
  ...tokenAnswers,
  ...undocumented,
  ...scheduleAnswers,
  'no-consent': standard(400, null, 'Не получено согласие на обработку персональных данных'),
  'empty-window': standard(400, null, 'Указан пустой промежуток времени'),
} as const;

export const alreadyBooked = (doctor: string, time: string) =>
  standard(
    400,
    '4008',
    `Вы уже записаны ${doctor} на ${time}. Запрещено иметь более одной активной записи на прием на одну специальность.`,
  );

export const reserveAnswers = {
  ...tokenAnswers,
  ...undocumented,
  ...scheduleAnswers,
  '4036': standard(400, '4036', 'Время и гайд врача или гайд ячейки расписания не должны быть пустыми'),
  '4005': standard(
    400,
    '4005',
    'Вы пытаетесь записаться в детское учреждение. Запись пациентов старше 18 лет запрещена.',
  ),
  '4007-ban': standard(
    400,
    '4007',
    'Вам запрещена самостоятельная запись на прием через интернет или инфомат. Для записи на прием обратитесь в регистратуру медицинского учреждения лично или по телефону.',
  ),
  '4007-register': standard(
    400,
    '4007',
    'Вы не состоите на диспансерном учете у данного специалиста. Запись невозможна.',
  ),
  '4007-other': standard(400, '4007', 'Запись к этому специалисту ведёт только регистратура.'),
  '4008': alreadyBooked('Кузнецова Елена Павловна', '24.11.2026 10:20'),
  '4008-unfilled': alreadyBooked('{ФИО}', '{Время}'),
  '4029': standard(
    400,
    '4029',
    'Запись недоступна для данной возрастной группы. Сотрудниками МО было установлено ограничение по возрасту при записи на прием.',
  ),
  '4009': standard(400, '4009', 'Это время уже занято. Выберите другое свободное время приема.'),
} as const;
