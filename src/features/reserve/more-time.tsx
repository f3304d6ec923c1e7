import { useWords } from '#src/i18n/use-words.tsx';
import { useSimpleView } from '#src/simple-view.ts';
import { Button } from '#src/ui/button.tsx';
import styles from './reserve.module.css';

/** More time, with one press: a wish that is granted when this time is over, and can be taken back until then. */
export function MoreTime({
  isWished,
  isAsking,
  until,
  isAgain,
  onWish,
}: {
  isWished: boolean;
  /** The time is over, and the clinic is asked: too late to press anything. */
  isAsking: boolean;
  until: string;
  /** It has been kept once more already. */
  isAgain: boolean;
  onWish: (wished: boolean) => void;
}) {
  const words = useWords();
  const simple = useSimpleView();
  const said = isWished ? 'reserve.more.promise' : isAgain ? 'reserve.more.again' : null;
  return (
    <div className={styles['more']}>
      <p role="status">{said && !isAsking && words(said, { time: until })}</p>
      <Button
        look="plain"
        wide={simple}
        aria-disabled={isAsking}
        onClick={() => {
          if (!isAsking) onWish(!isWished);
        }}
      >
        {words(isWished ? 'reserve.more.takeBack' : 'reserve.more.ask')}
      </Button>
    </div>
  );
}
