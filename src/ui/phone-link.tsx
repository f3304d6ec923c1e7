import { telephone } from '#src/ui/telephone.ts';
import styles from './text.module.css';

/** A phone number that can be called with one press; shown as the clinic writes it. */
export function PhoneLink({ phone }: { phone: string }) {
  return (
    <a href={telephone(phone)} className={styles['phone']}>
      {phone}
    </a>
  );
}
