import type { Source } from '#contract/booking.ts';
import type { NextStep } from '#contract/failures.ts';
import { paths, signInAddress } from './paths.ts';
import { telephone } from './ui/telephone.ts';

/** Where the one next step of a failure leads: a screen of ours, an address outside, or something on the page itself. */
export type NextPlace =
  | { readonly kind: 'screen'; readonly to: string }
  | { readonly kind: 'outside'; readonly href: string }
  | { readonly kind: 'here' };

export interface StepContext {
  readonly person: string;
  /** The page's own address, to come back to after signing in. */
  readonly here: string;
  readonly phone: string | null;
  readonly isRegistrar: boolean;
  readonly booking?: { readonly source: Source; readonly id: string } | undefined;
  /** The clinic and so on that were chosen, so that the next choice starts from there. */
  readonly chosen?: Partial<Record<'clinic' | 'speciality' | 'doctor', string | undefined>> | undefined;
}

/** The same step leads to the same place from every flow; `here` is for the flow to give a meaning to. */
export function nextPlace(
  step: NextStep,
  { person, here, phone, isRegistrar, booking, chosen }: StepContext,
): NextPlace {
  const { clinic, speciality, doctor } = chosen ?? {};
  switch (step) {
    case 'sign-in':
      return { kind: 'outside', href: signInAddress(here) };
    case 'call-clinic':
      return phone
        ? { kind: 'outside', href: telephone(phone) }
        : { kind: 'screen', to: paths.bookings.to({ person }) };
    case 'choose-person':
      return { kind: 'screen', to: isRegistrar ? paths.desk.to() : paths.bookings.to() };
    case 'open-booking':
      return {
        kind: 'screen',
        to: booking ? paths.booking.to({ ...booking, person }) : paths.bookings.to({ person }),
      };
    case 'refresh-list':
    case 'see-bookings':
      return { kind: 'screen', to: paths.bookings.to({ person }) };
    case 'open-home-call':
      return { kind: 'screen', to: paths.bookings.to({ person, kind: 'home-call' }) };
    case 'book-again':
      return { kind: 'screen', to: paths.reserve.to({ person }) };
    case 'other-clinics':
      return { kind: 'screen', to: paths.reserve.to({ person }) };
    case 'start-with-therapist':
      return { kind: 'screen', to: paths.reserve.to({ person, clinic }) };
    case 'other-doctors':
      return { kind: 'screen', to: paths.reserve.to({ person, clinic, speciality }) };
    case 'pick-another-time':
      return { kind: 'screen', to: paths.reserve.to({ person, clinic, speciality, doctor }) };
    case 'continue-as-check-up':
    case 'try-again':
    case 'wait':
    case 'correct-input':
      return { kind: 'here' };
  }
}
