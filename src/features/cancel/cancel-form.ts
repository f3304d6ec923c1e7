import * as z from 'zod/mini';
import type { BookingKind } from '#contract/booking.ts';
import { reasonCodeOther, reasonLimit, type CancelInput } from '#contract/operation.ts';

/** What can be filled in on the question page. Messages are message ids. */
export const cancelForm = (asCheckUp: boolean) =>
  z
    .object({
      /** A code of the home call's dictionary as text; empty when the person would rather not say. */
      reasonCode: z.string(),
      reason: z.string().check(z.trim(), z.maxLength(reasonLimit, { error: 'cancel.reason.tooLong' })),
      consent: z.boolean(),
    })
    .check(
      z.refine(({ reasonCode, reason }) => !needsText(reasonCode) || reason !== '', {
        path: ['reason'],
        error: 'cancel.reason.required',
      }),
      z.refine(({ consent }) => consent || !asCheckUp, {
        path: ['consent'],
        error: 'cancel.checkUp.consentMissing',
      }),
    );
export type CancelFormValues = z.infer<ReturnType<typeof cancelForm>>;

export const emptyCancelForm: CancelFormValues = { reasonCode: '', reason: '', consent: false };

/** Only "other" asks for text (seed 001). */
export const needsText = (reasonCode: string): boolean => reasonCode === String(reasonCodeOther);

/** The body of the request: only what this kind of booking takes, and nothing that was left empty. */
export function toCancelInput(
  about: {
    readonly person: string;
    readonly kind: BookingKind;
    readonly asCheckUp: boolean;
    readonly canUndo: boolean;
  },
  { reasonCode, reason }: CancelFormValues,
): CancelInput {
  const isCall = about.kind === 'home-call' && reasonCode !== '';
  const hasText = reason !== '' && (about.kind === 'visit' || (isCall && needsText(reasonCode)));
  return {
    person: about.person,
    ...(isCall ? { reasonCode: Number(reasonCode) } : {}),
    ...(hasText ? { reason } : {}),
    ...(about.asCheckUp ? { asCheckUp: true } : {}),
    ...(about.canUndo ? { canUndo: true } : {}),
  };
}
