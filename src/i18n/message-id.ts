import type anotherAccount from './locales/ru/another-account.json';
import type authPage from './locales/ru/auth-page.json';
import type booking from './locales/ru/booking.json';
import type cancel from './locales/ru/cancel.json';
import type common from './locales/ru/common.json';
import type desk from './locales/ru/desk.json';
import type failures from './locales/ru/failures.json';
import type missing from './locales/ru/missing.json';
import type move from './locales/ru/move.json';
import type messageLab from './locales/ru/message-lab.json';
import type myBookings from './locales/ru/my-bookings.json';
import type news from './locales/ru/news.json';
import type offline from './locales/ru/offline.json';
import type registrar from './locales/ru/registrar.json';
import type requests from './locales/ru/requests.json';
import type reserve from './locales/ru/reserve.json';
import type signIn from './locales/ru/sign-in.json';
import type switchPerson from './locales/ru/switch-person.json';
import type waiting from './locales/ru/waiting.json';

/** Every message there is. Russian is the language that decides; a test keeps the others equal. */
export type MessageId =
  | keyof typeof anotherAccount
  | keyof typeof authPage
  | keyof typeof booking
  | keyof typeof cancel
  | keyof typeof common
  | keyof typeof desk
  | keyof typeof failures
  | keyof typeof missing
  | keyof typeof move
  | keyof typeof messageLab
  | keyof typeof myBookings
  | keyof typeof news
  | keyof typeof offline
  | keyof typeof registrar
  | keyof typeof requests
  | keyof typeof reserve
  | keyof typeof signIn
  | keyof typeof switchPerson
  | keyof typeof waiting;
