import type { ReactNode } from 'react';
import { clinicOffer } from '#contract/rules/clinic-offer.ts';
import { useWords } from '#src/i18n/use-words.tsx';
import { LinkButton } from '#src/ui/link-button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { ClinicWhyNot } from './clinic-why-not.tsx';
import { addressWith, type StepProps } from './step-props.ts';
import { useChosen } from './use-chosen.ts';

/** What comes after the clinic; an old address may name one that cannot be chosen now, and hears why. */
export function OnlyWhereOffered({ made, person, today, children }: StepProps & { children: ReactNode }) {
  const words = useWords();
  const { clinic } = useChosen(person.ref, made);
  const offer = clinic && clinicOffer(clinic, person, today);
  if (!offer || offer.offered) return children;
  return (
    <Notice
      tone="warning"
      title={clinic.name}
      actions={
        <LinkButton to={addressWith(made, 'clinic', undefined)}>{words('reserve.clinic.other')}</LinkButton>
      }
    >
      <ClinicWhyNot clinic={clinic} reason={offer.reason} />
    </Notice>
  );
}
