import { useSearch } from 'wouter';
import { useWords } from '#src/i18n/use-words.tsx';
import { signInAddress } from '#src/paths.ts';
import { OutsideLinkButton } from '#src/ui/link-button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { PageTitle } from '#src/ui/page-title.tsx';
import { Row, Stack } from '#src/ui/stack.tsx';
import { Lead } from '#src/ui/text.tsx';
import styles from './welcome.module.css';

/** What Talon is, and one button. */
export function WelcomeScreen({ returnTo }: { returnTo: string }) {
  const words = useWords();
  const broken = new URLSearchParams(useSearch()).get('signin');
  return (
    <div className={styles['welcome']}>
      <Stack narrow>
        {broken && (
          <Notice tone="warning" title={words('sign-in.failed.title')}>
            <p>{words(`sign-in.failed.${broken === 'claims' ? broken : 'body'}`)}</p>
            {broken === 'kept' && <p>{words('sign-in.ended.kept')}</p>}
          </Notice>
        )}
        <PageTitle tab={words('sign-in.tab')}>{words('sign-in.title')}</PageTitle>
        <Lead>{words('sign-in.lead')}</Lead>
        <ul role="list" className={styles['list']}>
          <li>{words('sign-in.can.see')}</li>
          <li>{words('sign-in.can.book')}</li>
          <li>{words('sign-in.can.cancel')}</li>
        </ul>
        <Row>
          <OutsideLinkButton href={signInAddress(returnTo)}>{words('sign-in.action')}</OutsideLinkButton>
        </Row>
        <p className={styles['promise']}>{words('sign-in.promise')}</p>
      </Stack>
      <PaperTicket />
    </div>
  );
}

/** The slip with a queue number that gave Talon its name; for the eyes only. */
function PaperTicket() {
  return (
    <div className={styles['paper']} aria-hidden="true">
      <div className={styles['slip']}>
        <span className={styles['slipTime']}>09:00</span>
        <span className={styles['slipLine']} />
        <span className={styles['slipNumber']}>А 007</span>
        <span className={styles['slipLine']} />
        <span className={styles['slipBars']} />
      </div>
    </div>
  );
}
